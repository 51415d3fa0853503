/** The meeting as a file for calendars, for every seat and once a start is planned. */
import { Router, type Request } from 'express';
import { invitationCalendar, invitationFileName } from '../../src/domain/stage/invitation.ts';
import type { Outcome } from '../../src/protocol/errors.ts';
import type { Doorway } from '../rooms/doorway.ts';
import type { Room } from '../rooms/room.ts';
import type { SeatRow } from '../store/store.ts';
import { refuse } from './answering.ts';
import { linksFor } from './link-routes.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface InvitationRoutesOptions {
  readonly reception: Reception;
  readonly doorway: Doorway;
  /** The key that opens sealed links. */
  readonly key: Uint8Array;
  readonly addressesFor: (host: string | undefined) => string[] | null;
}

export function invitationRoutes(options: InvitationRoutesOptions): Router {
  const router = Router();
  router.get('/:room/invitation.ics', async (request: Request<RoomParams>, response) => {
    const outcome = await options.reception.bySeat(request, request.params.room, (room, seat) =>
      invitation(request, room, seat, options),
    );
    if (!outcome.ok) return refuse(response, outcome.code);
    response.attachment(outcome.name).type('text/calendar; charset=utf-8').send(outcome.file);
  });
  return router;
}

/** With the link that this seat may hand on. */
function invitation(
  request: Request<RoomParams>,
  room: Room,
  { role }: SeatRow,
  { addressesFor, doorway, key }: InvitationRoutesOptions,
): Outcome<{ file: string; name: string }> {
  const { observer, participant = observer } = linksFor(room, role, key);
  const origin = addressesFor(request.headers.host)?.[0] ?? doorway.originOf(request);
  const link = `${origin}${participant}`;
  const file = invitationCalendar(room.stage, { room: room.id, link, now: room.now });
  return file === null
    ? { ok: false, code: 'wrong-moment' }
    : { ok: true, file, name: invitationFileName(room.stage) };
}
