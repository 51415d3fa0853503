/** What the browser gives a room: time, chance and storage, in one place so that a test can hand in its own. */
import { browserChance, type Chance } from './chance.ts';
import { browserDevice, type Device } from './device.ts';

export interface Surroundings {
  readonly device: Device;
  readonly chance: Chance;
  /** In [0, 1); for spreading retries, not for secrets. */
  readonly random: () => number;
  /** Ms that never jump, from an arbitrary start. */
  readonly monotonic: () => number;
  /** The device's date, ms since the epoch; it may be wrong. */
  readonly date: () => number;
  /** http://host or https://host. */
  readonly origin: string;
}

export function browserSurroundings(): Surroundings {
  return {
    device: browserDevice(),
    chance: browserChance,
    random: Math.random,
    monotonic: () => performance.now(),
    date: () => Date.now(),
    origin: location.origin,
  };
}
