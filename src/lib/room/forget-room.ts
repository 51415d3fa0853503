/** Leaves nothing of a room on this device: for shared computers, and when somebody leaves for good. */
import type { RoomId } from '#protocol/ids.ts';
import { forget } from './recent-rooms.ts';

export async function forgetRoom(room: RoomId): Promise<void> {
  await Promise.resolve();
  forget(room);
}
