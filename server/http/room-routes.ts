/** Making a room, looking through the door, and joining. */
import { Router, type Request } from 'express';
import {
  newRoomSchema,
  peekSchema,
  takeSeatSchema,
  type NewRoom,
  type NewRoomAnswer,
  type PeekAnswer,
} from '../../src/protocol/http.ts';
import type { Outcome } from '../../src/protocol/errors.ts';
import type { Role } from '../../src/protocol/ids.ts';
import type { Doorway } from '../rooms/doorway.ts';
import { earlierOf, type Earlier } from '../rooms/earlier-room.ts';
import { linkPath } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import type { MadeRoom, RoomRegistry } from '../rooms/room-registry.ts';
import { joinRoom, keptUntilOf } from '../rooms/seating.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import { limited } from './guards.ts';
import type { Reception, RoomParams } from './reception.ts';

export interface RoomRoutesOptions {
  readonly registry: RoomRegistry;
  readonly reception: Reception;
  readonly doorway: Doorway;
  readonly chance: Chance;
  readonly newRooms: TokenBuckets;
  readonly joins: TokenBuckets;
}

export function roomRoutes(options: RoomRoutesOptions): Router {
  const { doorway, joins, newRooms } = options;
  const router = Router();
  router.post(
    '/',
    limited(newRooms, doorway),
    answering((request) => makeRoom(request, options)),
  );
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

async function makeRoom(request: Request, { reception, registry }: RoomRoutesOptions): Promise<Answer> {
  const parsed = parseBody(newRoomSchema, request);
  if (!parsed.ok) return parsed;
  const before = await earlierFor(request, parsed.body, reception);
  if (!before.ok) return before;
  const outcome = await registry.make(parsed.body, before.earlier);
  if (!outcome.ok) return outcome;
  const { room, seating } = outcome.made;
  return replyWith(201, linksOf(outcome.made), reception.cookie(request, room.id, seating.token));
}

/** Whoever continues a room has facilitated it: what it left open is for those who were there. */
async function earlierFor(
  request: Request,
  { actions, continues }: NewRoom,
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

function linksOf({ room, secrets }: MadeRoom): NewRoomAnswer {
  const link = (role: Role) => linkPath(room.id, secrets[role]);
  return {
    room: room.id,
    links: {
      facilitator: link('facilitator'),
      participant: link('participant'),
      observer: link('observer'),
    },
  };
}

function peek(request: Request<RoomParams>, { reception }: RoomRoutesOptions): Promise<Answer> | Answer {
  const parsed = parseBody(peekSchema, request);
  if (!parsed.ok) return parsed;
  return reception.byLink(request, request.params.room, parsed.body.secret, (room, role) =>
    replyWith(200, throughTheDoor(room, role)),
  );
}

/** A closed room takes readers only, whatever the link says. */
function throughTheDoor(room: Room, linkRole: Role): PeekAnswer {
  const { title, seats, phase, named } = room.stage;
  const role = phase === 'closed' ? 'observer' : linkRole;
  const facilitators = Object.values(seats).filter((seat) => seat.role === 'facilitator' && seat.name !== '');
  return {
    title,
    role,
    facilitator: facilitators[0]?.name ?? null,
    people: room.attendance
      .presence()
      .filter(({ connected }) => connected)
      .map(({ seat }) => seats[seat]?.name ?? '')
      .filter((name) => name !== ''),
    closed: phase === 'closed',
    named,
    ...keptUntilOf(room),
  };
}

function join(
  request: Request<RoomParams>,
  { chance, reception }: RoomRoutesOptions,
): Promise<Answer> | Answer {
  const parsed = parseBody(takeSeatSchema, request);
  if (!parsed.ok) return parsed;
  const { secret, name = '' } = parsed.body;
  return reception.byLink(request, request.params.room, secret, async (room, role): Promise<Answer> => {
    const joined = await room.do((turn) => {
      // Looked up inside the turn: two tabs of one browser may join at once.
      const present = reception.seatIn(request, room);
      const hasName = name !== '' || (present && room.stage.seats[present.id]?.name);
      if (role === 'participant' && !hasName && turn.stage.phase !== 'closed') return nameMissing;
      return joinRoom(room, turn, { role, name, present }, chance);
    });
    if (!joined.ok) return joined;
    const { answer, token } = joined.seating;
    return replyWith(201, { ...answer, ...keptUntilOf(room) }, reception.cookie(request, room.id, token));
  });
}

const nameMissing = { ok: false, code: 'bad-input' } as const;
