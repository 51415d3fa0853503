/** Leaves nothing of a room on this device: for shared computers, and when somebody leaves for good. */
import { clearDocument } from 'y-indexeddb';
import type { RoomId } from '#protocol/ids.ts';
import { copyNamesOf, copyPrefix } from './copy-names.ts';
import { browserDevice, type Device } from './device.ts';
import { forget } from './recent-rooms.ts';

/** The room must not be open on this page any more. The seat's cookie is the server's and stays. */
export async function forgetRoom(room: RoomId, device: Device = browserDevice()): Promise<void> {
  const copies = new Set([...(await storedNames(copyPrefix(room))), ...copyNamesOf(room, device)]);
  await Promise.allSettled([...copies].map((name) => clearDocument(name)));
  for (const key of device.keys(`hearth:${room}:`)) device.forget(key);
  forget(room, device);
}

/** Some browsers do not tell which databases there are. */
async function storedNames(prefix: string): Promise<string[]> {
  try {
    const stored = await indexedDB.databases();
    return stored.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
