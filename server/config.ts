/**
 * What the operator decides, read from the environment once. Every rate is a variable of its own, and 0 turns it
 * off. The table in the README says the same in words.
 */
import { resolve } from 'node:path';
import * as z from 'zod';
import { limits } from '../src/protocol/limits.ts';
import type { Rate } from './rooms/token-buckets.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Digits only: `Number` alone would take '', '1e3' and ' 7 ' too. */
const wholeNumber = (fallback: number, max = Number.MAX_SAFE_INTEGER) => {
  const wrong = `must be a whole number, ${max === Number.MAX_SAFE_INTEGER ? '0 or more' : `from 0 to ${max}`}`;
  return z
    .string()
    .regex(/^\d+$/, wrong)
    .default(String(fallback))
    .transform(Number)
    .pipe(z.number().max(max, wrong));
};

const origins = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(/[\s,]+/).filter((part) => part !== '') : []),
  z.array(
    z.string().refine((text) => /^https?:/.test(text) && URL.parse(text)?.origin === text, {
      error:
        'must be one or more addresses like https://retro.example.org, separated by commas, without a path',
    }),
  ),
);

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const environment = z.object({
  HEARTH_PORT: wholeNumber(3000, 65_535),
  HEARTH_HOST: z.optional(
    z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name, such as 127.0.0.1'),
  ),
  HEARTH_ORIGIN: origins,
  HEARTH_DATA: z.string().default('./data'),
  HEARTH_KEEP_DAYS: wholeNumber(0, 36_500),
  HEARTH_TRUSTED_PROXIES: wholeNumber(0, 16),
  HEARTH_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),

  HEARTH_ROOMS_PER_HOUR: wholeNumber(10),
  HEARTH_JOINS_PER_MINUTE: wholeNumber(240),
  HEARTH_WRONG_SECRETS_PER_MINUTE: wholeNumber(20),
  HEARTH_REQUESTS_PER_SECOND: wholeNumber(50),
  HEARTH_REQUESTS_BURST: wholeNumber(600),
  HEARTH_CLIENT_IDS_PER_MINUTE: wholeNumber(60),
  HEARTH_COMMANDS_PER_SECOND: wholeNumber(10),
  HEARTH_COMMANDS_BURST: wholeNumber(20),
  HEARTH_FRAMES_PER_SECOND: wholeNumber(30),
  HEARTH_FRAMES_BURST: wholeNumber(120),
  HEARTH_BYTES_PER_SECOND: wholeNumber(64 * 1024),
  HEARTH_BYTES_BURST: wholeNumber(1024 * 1024),
  HEARTH_STATES_PER_MINUTE: wholeNumber(30),
  HEARTH_STATES_BURST: wholeNumber(6),
  HEARTH_SOCKETS_PER_SEAT: wholeNumber(limits.socketsPerSeat),
  HEARTH_SOCKETS_PER_ROOM: wholeNumber(limits.socketsPerRoom),
  HEARTH_SOCKETS_PER_ADDRESS: wholeNumber(600),
});
type Environment = z.infer<typeof environment>;

/** How much a live connection may send: tokens per second, and how many it can save up. */
export interface Budget {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  /** Undefined listens on every interface, so that phones in the same network can join. */
  readonly host: string | undefined;
  readonly origins: readonly string[];
  /** Absolute path of the directory that holds everything stored. */
  readonly data: string;
  /** Rooms in which nothing was done for longer are deleted; null keeps them for ever. */
  readonly keepMs: number | null;
  readonly trustedProxyHops: number;
  readonly logLevel: Environment['HEARTH_LOG_LEVEL'];
  readonly rates: Rates;
  /** Of one connection to the stage. */
  readonly commands: Rate;
  /** Of one connection to a document, and `states` of one seat to it; null turns a limit off. */
  readonly frames: Readonly<Record<'frames' | 'bytes' | 'states', Budget | null>>;
  /** 0 turns a limit off. */
  readonly sockets: { readonly perSeat: number; readonly perRoom: number; readonly perAddress: number };
}

/** Per network address, except `clientIds`, which is per seat. */
export type Rates = Readonly<Record<'newRooms' | 'joins' | 'wrongSecrets' | 'requests' | 'clientIds', Rate>>;

export type ReadConfig =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly sentence: string };

/** Empty variables count as unset. A wrong one is answered with a sentence that names it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (parsed.success) return { ok: true, config: toConfig(parsed.data) };
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? 'The environment');
  return { ok: false, sentence: `${name} ${issue?.message ?? 'is wrong'}, but is "${set[name] ?? ''}".` };
}

function toConfig(env: Environment): Config {
  return {
    port: env.HEARTH_PORT,
    host: env.HEARTH_HOST,
    origins: env.HEARTH_ORIGIN,
    data: resolve(env.HEARTH_DATA),
    keepMs: env.HEARTH_KEEP_DAYS === 0 ? null : env.HEARTH_KEEP_DAYS * day,
    trustedProxyHops: env.HEARTH_TRUSTED_PROXIES,
    logLevel: env.HEARTH_LOG_LEVEL,
    rates: {
      newRooms: every(env.HEARTH_ROOMS_PER_HOUR, hour),
      joins: every(env.HEARTH_JOINS_PER_MINUTE, minute),
      wrongSecrets: every(env.HEARTH_WRONG_SECRETS_PER_MINUTE, minute),
      requests: every(env.HEARTH_REQUESTS_PER_SECOND, second, env.HEARTH_REQUESTS_BURST),
      clientIds: every(env.HEARTH_CLIENT_IDS_PER_MINUTE, minute),
    },
    commands: every(env.HEARTH_COMMANDS_PER_SECOND, second, env.HEARTH_COMMANDS_BURST),
    frames: {
      frames: budget(env.HEARTH_FRAMES_PER_SECOND, env.HEARTH_FRAMES_BURST),
      bytes: budget(env.HEARTH_BYTES_PER_SECOND, env.HEARTH_BYTES_BURST),
      states: budget(env.HEARTH_STATES_PER_MINUTE / 60, env.HEARTH_STATES_BURST),
    },
    sockets: {
      perSeat: env.HEARTH_SOCKETS_PER_SEAT,
      perRoom: env.HEARTH_SOCKETS_PER_ROOM,
      perAddress: env.HEARTH_SOCKETS_PER_ADDRESS,
    },
  };
}

function every(count: number, perMs: number, burst = count): Rate {
  return { count, perMs, burst: Math.max(1, burst) };
}

/** The burst is never less than what comes back in a second, or the rate could not be reached. */
function budget(ratePerSecond: number, burst: number): Budget | null {
  return ratePerSecond === 0 ? null : { ratePerSecond, burst: Math.max(ratePerSecond, burst) };
}
