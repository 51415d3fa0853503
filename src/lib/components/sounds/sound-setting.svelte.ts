/** Whether this device plays sounds, and how loud. Off until somebody wants it. */
import { browserDevice } from '$lib/room/device.ts';

const key = 'hearth:sounds';
const usual = 50;

/** `off`, or `on` with the volume in percent: of another text nothing is believed. */
export function readSounds(kept: string | null): { readonly on: boolean; readonly volume: number } {
  const [, state, percent] = /^(on|off) (\d{1,3})$/.exec(kept ?? '') ?? [];
  const volume = Number(percent ?? usual);
  return { on: state === 'on', volume: Math.min(100, volume) };
}

let setting = $state.raw(readSounds(browserDevice().read(key)));

function keep(change: Partial<typeof setting>): void {
  setting = { ...setting, ...change };
  browserDevice().write(key, `${setting.on ? 'on' : 'off'} ${setting.volume}`);
}

export const soundSetting = {
  get on() {
    return setting.on;
  },
  set on(on: boolean) {
    keep({ on });
  },
  /** Percent. */
  get volume() {
    return setting.volume;
  },
  set volume(volume: number) {
    keep({ volume });
  },
};
