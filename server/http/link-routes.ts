/** The links that *Invite* shows to whoever has a seat, and new ones for those that should not open the room any more. */
import { Router, type Request } from 'express';
import { isLeftToOthers } from '../../src/domain/stage/acting.ts';
import { dropRole } from '../../src/domain/stage/roster.ts';
import { rotateLinkSchema, type LinksAnswer, type RotateLink } from '../../src/protocol/http.ts';
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import { linkPath, makeLink, openLink } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import { changeSeats } from '../rooms/seat-changes.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface LinkRoutesOptions {
  readonly reception: Reception;
  readonly chance: Chance;
  /** The key that opens sealed links. */
  readonly key: Uint8Array;
  /** See `addresses` of the answer; null where the host is known to others. */
  readonly addressesFor: (host: string | undefined) => string[] | null;
}

export function linkRoutes(options: LinkRoutesOptions): Router {
  const { reception, key, addressesFor } = options;
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
  router.post(
    '/:room/links/rotate',
    answering<RoomParams>((request) => rotate(request, options)),
  );
  return router;
}

function rotate(request: Request<RoomParams>, options: LinkRoutesOptions): Promise<Answer> | Answer {
  const parsed = parseBody(rotateLinkSchema, request);
  if (!parsed.ok) return parsed;
  return options.reception.bySeat(request, request.params.room, (room, seat) =>
    room.do((turn): Answer => {
      if (room.seats.get(seat.id)?.role !== 'facilitator') return { ok: false, code: 'not-yours-to-do' };
      if (isLeftToOthers(turn.stage, seat.id, { type: 'rotateLink', role: parsed.body.role }))
        return { ok: false, code: 'left-to-others' };
      return renew(room, turn, { ...parsed.body, by: seat.id }, options);
    }),
  );
}

/** In one turn: whoever has the old link comes before all of this or not at all. */
function renew(
  room: Room,
  turn: Turn,
  { role, drop, by }: RotateLink & { readonly by: SeatId },
  { chance, key }: LinkRoutesOptions,
): Answer {
  const { row, secret } = makeLink(room.id, role, key, chance);
  room.seats.putLink(row);
  turn.links.push(row);
  if (drop) {
    const dropped = dropRole(turn.stage, role, by, turn.now);
    turn.emit(dropped);
    changeSeats(room, turn, dropped);
  }
  // Behind the ends of those who were dropped: they are told nothing any more.
  turn.afterCommit(() => room.seats.tellNewLink());
  return replyWith(201, { link: linkPath(room.id, secret) });
}

/** Observers may bring observers; only people who write may bring people who write. */
export function linksFor(room: Room, role: Role, key: Uint8Array): LinksAnswer {
  const observer = sealedLink(room, 'observer', key);
  return role === 'observer' ? { observer } : { participant: sealedLink(room, 'participant', key), observer };
}

function sealedLink(room: Room, role: Role, key: Uint8Array): string {
  const link = room.seats.linkOf(role);
  const secret = link && openLink(link, key);
  if (!secret) throw new Error(`the ${role} link of this room was sealed with another key`);
  return linkPath(room.id, secret);
}
