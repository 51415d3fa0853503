/** Looking through the door of a room, and coming in. */
import { Router, type Request } from 'express';
import { doorFor } from '../../src/domain/stage/roster.ts';
import { facilitatorsIn, isIn, seatOf } from '../../src/domain/stage/standing.ts';
import { peekSchema, takeSeatSchema, type PeekAnswer } from '../../src/protocol/http.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import type { Doorway } from '../rooms/doorway.ts';
import type { Room } from '../rooms/room.ts';
import {
  joinRoom,
  keptUntilOf,
  moveSeat,
  openingBehind,
  type Opening,
  type Seating,
} from '../rooms/seating.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import type { Turn } from '../rooms/turn.ts';
import type { Outcome } from '../../src/protocol/errors.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import { limited } from './guards.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface DoorRoutesOptions {
  readonly reception: Reception;
  readonly doorway: Doorway;
  readonly chance: Chance;
  readonly joins: TokenBuckets;
}

type DoorRequest = Request<RoomParams>;

export function doorRoutes(options: DoorRoutesOptions): Router {
  const { doorway, joins } = options;
  const router = Router();
  router.post(
    '/:room/peek',
    limited(joins, doorway),
    answering<RoomParams>((request) => peek(request, options)),
  );
  router.post(
    '/:room/seats',
    limited(joins, doorway),
    answering<RoomParams>((request) => join(request, options)),
  );
  return router;
}

function peek(request: DoorRequest, { reception }: DoorRoutesOptions): Promise<Answer> | Answer {
  const parsed = parseBody(peekSchema, request);
  if (!parsed.ok) return parsed;
  return reception.byLink(request, request.params.room, parsed.body.secret, (room, opening) =>
    replyWith(200, throughTheDoor(room, opening)),
  );
}

/**
 * A closed room takes readers only, whatever the link says. Where the door is not open, who is inside stays inside: then
 * whoever facilitates is named because they invite, whether they are there or not.
 */
function throughTheDoor(room: Room, { role, moves }: Opening): PeekAnswer {
  const { stage } = room;
  const isClosed = stage.phase === 'closed';
  const door = doorFor(stage, role);
  const leading = facilitatorsIn(stage);
  return {
    title: stage.title,
    role: isClosed ? 'observer' : role,
    facilitator: names(room, door === 'open' ? hereFirst(room, leading) : leading)[0] ?? null,
    people: door === 'open' ? names(room, seatsHere(room)) : [],
    closed: isClosed,
    named: stage.named,
    ...(door !== 'open' && { door }),
    ...(moves && { moves: seatOf(stage, moves.id)?.name ?? '' }),
    ...keptUntilOf(room),
  };
}

/** Whoever has just come back by another browser facilitates, not the seat that was left behind. */
function hereFirst(room: Room, seats: readonly SeatId[]): SeatId[] {
  const here = new Set(seatsHere(room));
  return [...seats].sort((a, b) => Number(here.has(b)) - Number(here.has(a)));
}

function seatsHere(room: Room): SeatId[] {
  return room.attendance
    .presence()
    .filter(({ connected, seat }) => connected && isIn(room.stage, seat))
    .map(({ seat }) => seat);
}

function names(room: Room, seats: readonly SeatId[]): string[] {
  return seats.map((seat) => seatOf(room.stage, seat)?.name ?? '').filter((name) => name !== '');
}

function join(request: DoorRequest, options: DoorRoutesOptions): Promise<Answer> | Answer {
  const { reception } = options;
  const parsed = parseBody(takeSeatSchema, request);
  if (!parsed.ok) return parsed;
  const { secret, name = '' } = parsed.body;
  return reception.byLink(request, request.params.room, secret, async (room): Promise<Answer> => {
    const joined = await room.do((turn) => comeIn(request, room, turn, { secret, name }, options));
    if (!joined.ok) return joined;
    const { answer, token } = joined.seating;
    return replyWith(201, { ...answer, ...keptUntilOf(room) }, reception.cookie(request, room.id, token));
  });
}

/** All of it is looked up inside the turn: two tabs of one browser may join at once, and a link ends at once. */
function comeIn(
  request: DoorRequest,
  room: Room,
  turn: Turn,
  { secret, name }: { readonly secret: string; readonly name: string },
  { chance, reception }: DoorRoutesOptions,
): Outcome<{ seating: Seating }> {
  const opening = openingBehind(room, secret, turn.now);
  if (!opening) return { ok: false, code: 'not-found' };
  const present = reception.seatIn(request, room);
  const { moves, role } = opening;
  if (moves && moves.id !== present?.id) return { ok: true, seating: moveSeat(room, turn, moves, chance) };
  const hasName = name !== '' || (present && seatOf(turn.stage, present.id)?.name);
  if (role === 'participant' && !hasName && turn.stage.phase !== 'closed')
    return { ok: false, code: 'bad-input' };
  return joinRoom(room, turn, { role, name, present }, chance);
}
