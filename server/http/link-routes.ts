/** The links that *Invite* shows to whoever has a seat. */
import { Router } from 'express';
import type { LinksAnswer } from '../../src/protocol/http.ts';
import type { Role } from '../../src/protocol/ids.ts';
import { linkPath, openLink } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import { answering, replyWith } from './answering.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface LinkRoutesOptions {
  readonly reception: Reception;
  /** The key that opens sealed links. */
  readonly key: Uint8Array;
  /** See `addresses` of the answer; null where the host is known to others. */
  readonly addressesFor: (host: string | undefined) => string[] | null;
}

export function linkRoutes({ reception, key, addressesFor }: LinkRoutesOptions): Router {
  const router = Router();
  router.get(
    '/:room/links',
    answering<RoomParams>((request) =>
      reception.bySeat(request, request.params.room, (room, seat) => {
        const addresses = addressesFor(request.headers.host);
        return replyWith(200, { ...linksFor(room, seat.role, key), ...(addresses && { addresses }) });
      }),
    ),
  );
  return router;
}

/** Observers may bring observers; only people who write may bring people who write. */
function linksFor(room: Room, role: Role, key: Uint8Array): LinksAnswer {
  const observer = sealedLink(room, 'observer', key);
  return role === 'observer' ? { observer } : { participant: sealedLink(room, 'participant', key), observer };
}

function sealedLink(room: Room, role: Role, key: Uint8Array): string {
  const link = room.seats.linkOf(role);
  const secret = link && openLink(link, key);
  if (!secret) throw new Error(`the ${role} link of this room was sealed with another key`);
  return linkPath(room.id, secret);
}
