/** One's own seat, and the ids under which its browser tabs write. */
import { Router, type Request } from 'express';
import { renameSeat } from '../../src/domain/stage/roster.ts';
import { newClientIdSchema, renameSchema, type MoveAnswer } from '../../src/protocol/http.ts';
import { limits } from '../../src/protocol/limits.ts';
import { documentKey } from '../rooms/document-keys.ts';
import { linkPath } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import { keptUntilOf, seatAnswer } from '../rooms/seating.ts';
import type { Chance, Clock } from '../rooms/surroundings.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import type { Turn } from '../rooms/turn.ts';
import type { DocumentKey, SeatRow } from '../store/store.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface SeatRoutesOptions {
  readonly registry: RoomRegistry;
  readonly clock: Clock;
  readonly reception: Reception;
  readonly chance: Chance;
  readonly clientIds: TokenBuckets;
}

type SeatRequest = Request<RoomParams>;

export function seatRoutes(options: SeatRoutesOptions): Router {
  const router = Router();
  router.get(
    '/:room/seat',
    answering<RoomParams>((request) => showSeat(request, options)),
  );
  router.patch(
    '/:room/seat',
    answering<RoomParams>((request) => rename(request, options)),
  );
  router.post(
    '/:room/seat/move',
    answering<RoomParams>((request) => openMove(request, options)),
  );
  router.post(
    '/:room/client-ids',
    answering<RoomParams>((request) => giveClientId(request, options)),
  );
  return router;
}

/**
 * Coming back counts as use: the cookie lives on from today. Whoever waits at the door asks again and again. A browser
 * that brings no cookie has nothing refused: everybody asks so who opens a link for the first time.
 */
function showSeat(request: SeatRequest, { reception }: SeatRoutesOptions): Promise<Answer> | Answer {
  if (reception.tokenIn(request, request.params.room) === null) return replyWith(204);
  return reception.byAnySeat(request, request.params.room, (room, seat) => {
    const token = reception.tokenIn(request, room.id);
    return replyWith(
      200,
      { ...seatAnswer(room, seat), ...keptUntilOf(room) },
      reception.cookie(request, room.id, token),
    );
  });
}

function rename(request: SeatRequest, { reception }: SeatRoutesOptions): Promise<Answer> | Answer {
  const parsed = parseBody(renameSchema, request);
  if (!parsed.ok) return parsed;
  return reception.bySeat(request, request.params.room, (room, seat) =>
    room.do((turn): Answer => {
      const renamed = renameSeat(turn.stage, seat.id, parsed.body.name, turn.now);
      if (!renamed.ok) return renamed;
      turn.emit(renamed.events);
      return replyWith(200, { ...seatAnswer(turn, seat), ...keptUntilOf(room) });
    }),
  );
}

/** The room stays in memory as long as the seat's last link is good: it is known nowhere else. */
function openMove(request: SeatRequest, options: SeatRoutesOptions): Promise<Answer> {
  const { chance, clock, reception, registry } = options;
  return reception.bySeat(request, request.params.room, async (room, seat): Promise<Answer> => {
    const opened = await registry.open(room.id);
    const release = opened?.release ?? (() => {});
    const stop = clock.after(limits.moveLinkMs, release);
    const { secret, until } = room.moves.open(seat.id, room.now, chance, () => {
      stop();
      release();
    });
    const answer: MoveAnswer = { link: linkPath(room.id, secret), until };
    return replyWith(201, answer);
  });
}

/** Observers have no desk. On the board they write nothing, but may be raised while they look at it. */
function giveClientId(
  request: SeatRequest,
  { chance, clientIds, reception }: SeatRoutesOptions,
): Promise<Answer> | Answer {
  const parsed = parseBody(newClientIdSchema, request);
  if (!parsed.ok) return parsed;
  const { document } = parsed.body;
  return reception.bySeat(request, request.params.room, async (room, seat): Promise<Answer> => {
    if (document === 'desk' && seat.role === 'observer') return { ok: false, code: 'not-yours-to-do' };
    if (!clientIds.take(`${room.id} ${seat.id}`)) return { ok: false, code: 'too-many' };
    const key = documentKey(document, seat.id);
    const refusal = room.clientIds.refusalOfAnother(seat.id, key);
    if (refusal) return { ok: false, code: refusal };
    return replyWith(201, {
      clientId: await room.do((turn) => issueClientId(room, turn, key, seat, chance)),
    });
  });
}

function issueClientId(room: Room, turn: Turn, document: DocumentKey, seat: SeatRow, chance: Chance): number {
  const clientId = room.clientIds.fresh(chance);
  const row = { room: room.id, document, clientId, seat: seat.id };
  room.clientIds.bind(row);
  turn.clientIds.push(row);
  return clientId;
}
