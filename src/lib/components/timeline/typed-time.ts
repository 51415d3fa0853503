/**
 * When something happened, as people type it: `14:05`, `2:05 pm`, `+5` minutes after the one before, `2026-11-20 14:05`, each also
 * with `UTC` or an offset behind, and `now`.
 */
import { dayOf, momentOn, type Zone } from '$lib/text/moments.ts';

export interface TimeFrame {
  /** Of times that do not name one. */
  readonly zone: Zone;
  /** What `+5` is counted from, and on whose day a time is; null where nothing has happened yet. */
  readonly after: number | null;
  /** YYYY-MM-DD where somebody has chosen it for times that name none; they are on it then, whatever was before. */
  readonly day: string | null;
  readonly now: number;
}

/** What was read off the beginning of a text, and what stands behind it. */
export interface ReadTime {
  readonly at: number;
  readonly rest: string;
  readonly dayFrom: DayFrom;
}

/** The day of a time is typed with it, is that of the frame, or follows from a moment, as that of `+5` and `now`. */
export type DayFrom = 'typed' | 'frame' | 'moment';

const second = 1_000;
const minute = 60 * second;
const hourMs = 60 * minute;
const units: Readonly<Record<string, number>> = { h: hourMs, min: minute, m: minute, s: second };

const bullet = /^\s*(?:[-*•]\s+)?[[(]?/;
/** Between the time and the words: a bracket, a dash or the like, or only space. */
const behind = String.raw`(?:\s*[\])])?(?:\s*[-–—|,:]\s+|\s+|$)`;
/** Only behind an hour of 1 to 12: in `14:05 PM was told` it is a word. */
const dayHalf = String.raw`(?:(?<=(?<![\d:])(?:0?[1-9]|1[0-2]):[\d:.,]+)\s?([ap])m\b)?`;
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?${dayHalf}`;
const place = String.raw`(?:\s*(z|utc|gmt)(?!\w))?`;
/** Only behind a whole date: `10:05-10:30` is rather from one time to another. */
const offset = String.raw`(?:\s*(z|utc|gmt|[+-]\d{2}:?\d{2})(?![\w:]))?`;
const relative = new RegExp(String.raw`^\+\s*(\d{1,4})(?::(\d{2})|\s*(h|min|m|s))?${behind}`, 'i');
const timeOfDay = new RegExp(`^${clock}${place}${behind}`, 'i');
const whole = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})[t\s,]\s*${clock}${offset}${behind}`, 'i');
const justNow = new RegExp(`^now${behind}`, 'i');

/** Null where it does not begin with a time, or with one that no calendar has. */
export function readTypedTime(text: string, frame: TimeFrame): ReadTime | null {
  const typed = text.replace(bullet, '');
  for (const [dayFrom, pattern, read] of forms) {
    const found = pattern.exec(typed);
    const at = found && read(found, frame);
    if (found && at !== null)
      return at < 0 ? null : { at, rest: typed.slice(found[0].length).trim(), dayFrom };
  }
  return null;
}

type Read = (found: RegExpExecArray, frame: TimeFrame) => number | null;

const forms: readonly (readonly [DayFrom, RegExp, Read])[] = [
  ['moment', justNow, (_, { now }) => Math.floor(now / minute) * minute],
  ['moment', relative, readRelative],
  ['typed', whole, ([, day = '', ...parts], { zone }) => readClock(day, parts, zone)],
  ['frame', timeOfDay, ([, ...parts], frame) => dayless(parts, frame)],
];

function readRelative([, count, minutes, unit]: RegExpExecArray, { after }: TimeFrame): number | null {
  if (after === null) return null;
  if (minutes !== undefined) return after + Number(count) * hourMs + Number(minutes) * minute;
  return after + Number(count) * (units[(unit ?? 'm').toLowerCase()] ?? minute);
}

/**
 * On the day of what happened before, or the next one where it would be more than half a day back: then midnight has
 * passed. Nobody looks back on what has not happened, so it is never ahead of us where an earlier day will do.
 */
function dayless(
  parts: readonly (string | undefined)[],
  { zone, after, day, now }: TimeFrame,
): number | null {
  if (day !== null) return readClock(day, parts, zone);
  const from = after ?? now;
  const on = (days: number) =>
    readClock(dayOf(from, parts[5] === undefined ? zone : 'utc', days), parts, zone);
  const sameDay = on(0);
  if (sameDay === null) return null;
  const ahead = sameDay - from;
  const days = ahead < -12 * hourMs ? 1 : ahead > 18 * hourMs ? -1 : 0;
  const found = on(days);
  return found !== null && found > now + minute ? on(days - 1) : found;
}

function readClock(day: string, parts: readonly (string | undefined)[], zone: Zone): number | null {
  const [hour = '', minutes = '', seconds = '0', fraction = '', half, named] = parts;
  const hours = hourOf(Number(hour), half?.toLowerCase());
  if (hours > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = [hours, Number(minutes), Number(seconds), Number(fraction.padEnd(3, '0'))] as const;
  const fixed = offsetOf(named);
  const at = momentOn(day, time, fixed === null ? zone : 'utc');
  return at === null ? null : at - (fixed ?? 0);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** How far a place that was named is ahead of UTC, ms; null where none was. */
function offsetOf(place: string | undefined): number | null {
  if (place === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(place) ?? [];
  const size = Number(hours ?? 0) * hourMs + Number(minutes ?? 0) * minute;
  return sign === '-' ? -size : size;
}
