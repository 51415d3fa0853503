/** Making a room. */
import { Router, type Request } from 'express';
import { newRoomSchema, type NewRoomAnswer } from '../../src/protocol/http.ts';
import type { Role } from '../../src/protocol/ids.ts';
import type { Doorway } from '../rooms/doorway.ts';
import { linkPath } from '../rooms/links.ts';
import type { MadeRoom, RoomRegistry } from '../rooms/room-registry.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import { earlierFor } from './earlier-routes.ts';
import { limited } from './guards.ts';
import type { Reception } from './reception.ts';

export interface RoomRoutesOptions {
  readonly registry: RoomRegistry;
  readonly reception: Reception;
  readonly doorway: Doorway;
  readonly newRooms: TokenBuckets;
}

export function roomRoutes(options: RoomRoutesOptions): Router {
  const { doorway, newRooms } = options;
  const router = Router();
  router.post(
    '/',
    limited(newRooms, doorway),
    answering((request) => makeRoom(request, options)),
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
