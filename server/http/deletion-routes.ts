/** A facilitator deletes the room for everybody. Its title is asked for, so that no slip of the hand can do it. */
import { Router, type Request } from 'express';
import { isLeftToOthers } from '../../src/domain/stage/acting.ts';
import { deleteRoomSchema } from '../../src/protocol/http.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import type { Room } from '../rooms/room.ts';
import type { Turn } from '../rooms/turn.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import type { Reception, RoomParams } from './reception.ts';

export function deletionRoutes(reception: Reception): Router {
  const router = Router();
  router.delete(
    '/:room',
    answering<RoomParams>((request) => askDeletion(request, reception)),
  );
  return router;
}

function askDeletion(request: Request<RoomParams>, reception: Reception): Promise<Answer> | Answer {
  const parsed = parseBody(deleteRoomSchema, request);
  if (!parsed.ok) return parsed;
  return reception.bySeat(request, request.params.room, (room, seat) =>
    room.do((turn) => deleteRoom(room, turn, seat.id, parsed.body.title)),
  );
}

function deleteRoom(room: Room, turn: Turn, seat: SeatId, title: string): Answer {
  if (room.seats.get(seat)?.role !== 'facilitator') return { ok: false, code: 'not-yours-to-do' };
  if (isLeftToOthers(turn.stage, seat, { type: 'deleteRoom' })) return { ok: false, code: 'left-to-others' };
  if (title !== turn.stage.title) return { ok: false, code: 'wrong-title' };
  turn.deleteRoom();
  return replyWith(204);
}
