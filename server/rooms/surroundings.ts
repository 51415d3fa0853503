/** Time, chance and storage as arguments, so that a test can replay a meeting to the byte. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';

export interface Clock {
  /** Server time, ms since the epoch. */
  now(): number;
  /** Calls once after at least `ms`; returns its own stop. Does not keep the process alive. */
  after(ms: number, call: () => void): () => void;
}

export interface Chance {
  bytes(count: number): Uint8Array;
}

/** What every room needs from outside. */
export interface Surroundings {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly store: Store;
  readonly log: Logger;
  /** How long a room is kept in which nothing is done, ms; for ever without it. */
  readonly keepMs?: number;
}

const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, Math.min(Math.max(0, ms), longestTimer));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export const systemChance: Chance = { bytes: (count) => randomBytes(count) };

const idLetters = 'abcdefghijklmnopqrstuvwxyz234567';

/** 80 random bits as 16 letters: ids are names, not secrets. */
export function newId(chance: Chance): string {
  return Array.from(chance.bytes(16), (byte) => idLetters[byte & 31]).join('');
}

/** 128 random bits, base64url, 22 characters: link secrets and seat tokens. */
export function newSecret(chance: Chance): string {
  return Buffer.from(chance.bytes(16)).toString('base64url');
}

/** A Yjs client id: 1 … 2^32-1. */
export function newClientId(chance: Chance): number {
  const id = Buffer.from(chance.bytes(4)).readUInt32BE();
  return id === 0 ? 1 : id;
}

/** Fisher-Yates with unbiased draws; the order says nothing about who wrote what. */
export function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = draw(last + 1, chance);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

function draw(below: number, chance: Chance): number {
  const fair = Math.floor(2 ** 32 / below) * below;
  for (;;) {
    const value = Buffer.from(chance.bytes(4)).readUInt32BE();
    if (value < fair) return value % below;
  }
}
