/** How a browser gets to a wall: with the seat it has, or with an observer's seat by the link in the address. */
import { errors, type ErrorCode } from '#protocol/errors.ts';
import { secretPattern, type RoomId } from '#protocol/ids.ts';
import { browserDevice, type Device } from '$lib/room/device.ts';
import { RoomMemory } from '$lib/room/room-memory.ts';
import { ownSeat, peek, takeSeat } from '$lib/room/rooms-api.ts';

export type WallEntry =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  /** The part behind # is missing or cut off, and there is no seat. */
  | { readonly kind: 'incomplete' }
  /** The secret was taken out of the address when the wall was opened, and what it opened then is no more there. */
  | { readonly kind: 'gone' }
  /** A link that lets people write: a wall never takes a seat by it. */
  | { readonly kind: 'not-for-walls'; readonly link: string }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

/** Whatever seat this browser has stays as it is, and the link is not even looked at. */
export async function enterWall(
  room: RoomId,
  secret: string,
  device: Device = browserDevice(),
): Promise<WallEntry> {
  const seat = await ownSeat(room);
  if (seat.ok) return { kind: 'open' };
  if (errors[seat.code].retry) return { kind: 'refused', code: seat.code };
  if (secret === '' && hadSeat(room, device)) return { kind: 'gone' };
  if (!secretPattern.test(secret)) return { kind: 'incomplete' };
  const seen = await peek(room, secret);
  if (!seen.ok) return { kind: 'refused', code: seen.code };
  if (seen.answer.role !== 'observer') return { kind: 'not-for-walls', link: `/j/${room}#${secret}` };
  const taken = await takeSeat(room, secret);
  return taken.ok ? { kind: 'open' } : { kind: 'refused', code: taken.code };
}

function hadSeat(room: RoomId, device: Device): boolean {
  const memory = new RoomMemory(room, device);
  return memory.readSeat() !== null || memory.readEnding() !== null;
}
