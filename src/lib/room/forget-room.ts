/** Leaves nothing of a room on this device: for shared computers, and when somebody leaves for good. */
import { clearDocument } from 'y-indexeddb';
import type { RoomId } from '#protocol/ids.ts';
import { browserDevice, tabDevice, type Device } from './device.ts';
import { forget } from './recent-rooms.ts';
import { storedCopies } from './stored-copies.ts';

/** The room must not be open on this page any more. The seat's cookie is the server's and stays. */
export async function forgetRoom(
  room: RoomId,
  device: Device = browserDevice(),
  tab: Device = tabDevice(),
): Promise<void> {
  const copies = await storedCopies(room, device);
  await Promise.allSettled(copies.map((name) => clearDocument(name)));
  for (const storage of [device, tab]) {
    for (const key of storage.keys(`hearth:${room}:`)) storage.forget(key);
  }
  forget(room, device);
}
