/** Making a room, looking through the door, and joining. */
import { Router } from 'express';
import {
  newRoomSchema,
  peekSchema,
  takeSeatSchema,
  type NewRoomAnswer,
  type PeekAnswer,
} from '../../src/protocol/http.ts';
import type { Role } from '../../src/protocol/ids.ts';
import type { Doorway } from '../rooms/doorway.ts';
import { linkPath } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import { joinRoom } from '../rooms/seating.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import { limited } from './guards.ts';
import type { Reception } from './reception.ts';

export interface RoomRoutesOptions {
  readonly registry: RoomRegistry;
  readonly reception: Reception;
  readonly doorway: Doorway;
  readonly chance: Chance;
  readonly newRooms: TokenBuckets;
  readonly joins: TokenBuckets;
}

export function roomRoutes({
  registry,
  reception,
  doorway,
  chance,
  newRooms,
  joins,
}: RoomRoutesOptions): Router {
  const router = Router();

  router.post(
    '/',
    limited(newRooms, doorway),
    answering(async (request): Promise<Answer> => {
      const parsed = parseBody(newRoomSchema, request);
      if (!parsed.ok) return parsed;
      const outcome = await registry.make(parsed.body);
      if (!outcome.ok) return outcome;
      const { room, secrets, seating } = outcome.made;
      const link = (role: Role) => linkPath(room.id, secrets[role]);
      const body: NewRoomAnswer = {
        room: room.id,
        links: {
          facilitator: link('facilitator'),
          participant: link('participant'),
          observer: link('observer'),
        },
      };
      return { ok: true, reply: { status: 201, body, ...cookieFor(request, room, seating.token) } };
    }),
  );

  router.post(
    '/:room/peek',
    answering<{ room: string }>((request) => {
      const parsed = parseBody(peekSchema, request);
      if (!parsed.ok) return parsed;
      return reception.byLink(request, request.params.room, parsed.body.secret, (room, role) =>
        replyWith(200, whatADoorShows(room, role)),
      );
    }),
  );

  router.post(
    '/:room/seats',
    limited(joins, doorway),
    answering<{ room: string }>((request) => {
      const parsed = parseBody(takeSeatSchema, request);
      if (!parsed.ok) return parsed;
      const { secret, name = '' } = parsed.body;
      return reception.byLink(request, request.params.room, secret, async (room, role): Promise<Answer> => {
        const joined = await room.do((turn) => {
          // Read inside the turn: two tabs of one browser may join at once.
          const present = reception.seatIn(request, room);
          if (role === 'participant' && name === '' && !present) return nameMissing;
          return joinRoom(room, turn, { role, name, present }, chance);
        });
        if (!joined.ok) return joined;
        const { answer, token } = joined.seating;
        return { ok: true, reply: { status: 201, body: answer, ...cookieFor(request, room, token) } };
      });
    }),
  );

  function cookieFor(request: Parameters<Reception['cookie']>[0], room: Room, token: string | null) {
    return token === null ? {} : { cookie: reception.cookie(request, room.id, token) };
  }

  return router;
}

const nameMissing = { ok: false, code: 'bad-input' } as const;

function whatADoorShows(room: Room, role: Role): PeekAnswer {
  const { title, seats } = room.stage;
  const nameOf = (seat: string) => seats[seat]?.name ?? '';
  const facilitators = Object.values(seats).filter((seat) => seat.role === 'facilitator' && seat.name !== '');
  return {
    title,
    role,
    facilitator: facilitators[0]?.name ?? null,
    people: room.attendance
      .presence()
      .filter(({ connected }) => connected)
      .map(({ seat }) => nameOf(seat))
      .filter((name) => name !== ''),
  };
}
