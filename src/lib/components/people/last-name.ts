/** The name somebody used last on this device, offered in the next room. */
import { limits } from '#protocol/limits.ts';
import { browserDevice } from '$lib/room/device.ts';

const key = 'hearth:name';

export function lastName(): string {
  return browserDevice().read(key)?.slice(0, limits.nameChars) ?? '';
}

export function rememberName(name: string): void {
  if (name !== '') browserDevice().write(key, name);
}
