/** The facilitator's link: the server keeps only its hash, so the browser that opened the room or joined by it keeps it. */
import { secretPattern, type RoomId } from '#protocol/ids.ts';
import { browserDevice, type Device } from './device.ts';

/** Takes a link or its secret. */
export function keepFacilitatorLink(
  room: RoomId,
  linkOrSecret: string,
  device: Device = browserDevice(),
): void {
  const secret = linkOrSecret.split('#').at(-1) ?? '';
  if (secretPattern.test(secret)) device.write(key(room), secret);
}

/** A path like the other links', or null where this browser does not have the secret. */
export function readFacilitatorLink(room: RoomId, device: Device = browserDevice()): string | null {
  const secret = device.read(key(room));
  return secret === null ? null : `/j/${room}#${secret}`;
}

/** It opens the room no more. */
export function forgetFacilitatorLink(room: RoomId, device: Device = browserDevice()): void {
  device.forget(key(room));
}

function key(room: RoomId): string {
  return `hearth:${room}:facilitator`;
}
