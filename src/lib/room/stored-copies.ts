/** Which copies of a room's documents this browser holds, whatever seat they belonged to. */
import type { RoomId } from '#protocol/ids.ts';
import { copyNamesOf, copyPrefix } from './copy-names.ts';
import type { Device } from './device.ts';

/** Names of all copies; where the browser does not tell which there are, of all there may be. */
export async function storedCopies(room: RoomId, device: Device): Promise<readonly string[]> {
  return [...new Set([...(await databases(copyPrefix(room))), ...copyNamesOf(room, device)])];
}

async function databases(prefix: string): Promise<string[]> {
  try {
    const stored = await indexedDB.databases();
    return stored.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
