/** What an earlier meeting left open, for a new room or for one that is there already. */
import { Router, type Request } from 'express';
import { earlierMeetingSchema, type NewRoom } from '../../src/protocol/http.ts';
import type { Outcome } from '../../src/protocol/errors.ts';
import { earlierOf, refusalOfEarlier, takeOver, type Earlier } from '../rooms/earlier-room.ts';
import type { Chance } from '../rooms/surroundings.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface EarlierRoutesOptions {
  readonly reception: Reception;
  readonly chance: Chance;
}

export function earlierRoutes(options: EarlierRoutesOptions): Router {
  const router = Router();
  router.post(
    '/:room/earlier',
    answering<RoomParams>((request) => bring(request, options)),
  );
  return router;
}

/** Whoever continues a room has facilitated it: what it left open is for those who were there. */
export async function earlierFor(
  request: Request<object>,
  { actions, continues }: Pick<NewRoom, 'actions' | 'continues'>,
  reception: Reception,
): Promise<Outcome<{ earlier: Earlier }>> {
  if (continues === undefined) return { ok: true, earlier: { title: null, actions } };
  if ('title' in continues) return { ok: true, earlier: { title: continues.title, actions } };
  return reception.bySeat(request, continues.room, async (room, { role }) =>
    role === 'facilitator'
      ? { ok: true as const, earlier: await earlierOf(room) }
      : { ok: false as const, code: 'not-yours-to-do' as const },
  );
}

/** The other room is read first and without this one: two rooms that wait for each other would wait for ever. */
async function bring(
  request: Request<RoomParams>,
  { reception, chance }: EarlierRoutesOptions,
): Promise<Answer> {
  const parsed = parseBody(earlierMeetingSchema, request);
  if (!parsed.ok) return parsed;
  const { continues, actions } = parsed.body;
  const target = request.params.room;
  if (continues && 'room' in continues && continues.room === target) return { ok: false, code: 'bad-input' };
  const before = await earlierFor(request, parsed.body, reception);
  if (!before.ok) return before;
  const { earlier } = before;
  return reception.bySeat(request, target, (room, seat) =>
    room.do((turn): Answer => {
      const refusal = refusalOfEarlier(room, turn.stage, seat.id);
      if (refusal) return { ok: false, code: refusal };
      if (!continues && actions.length === 0) return { ok: false, code: 'bad-input' };
      const title = earlier.title ?? turn.stage.continues;
      if (title !== turn.stage.continues || earlier.actions.length > 0)
        turn.emit([{ type: 'earlierBrought', at: turn.now, continues: title }]);
      takeOver(room, earlier, chance);
      return replyWith(200, { taken: earlier.actions.length });
    }),
  );
}
