import type { ErrorCode } from '../../src/protocol/errors.ts';

/** What was asked of a room that has just been deleted. Thrown at whatever still waited in it. */
export class RoomDeleted extends Error {
  override name = 'RoomDeleted';
}

/** Why work in a room could not be done: the room is gone, or the store failed it. */
export function failureCode(error: unknown): ErrorCode {
  return error instanceof RoomDeleted ? 'room-deleted' : 'store-failed';
}
