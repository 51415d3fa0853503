/** Dates, times and durations as people here write them: the browser's locale and time zone. */

/** `11:02`; `2:06 AM` or `02:06`, as the locale has it. */
export function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
}

/** `Fri 4 Dec`, with the year where it is not the year of `now`. `day` is YYYY-MM-DD and has no time zone. */
export function shortDay(day: string, now: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date);
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(at.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
  }).format(at);
}

/** `4 December 2026`, of a calendar day YYYY-MM-DD, which has no time zone. */
export function dayInFull(day: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** `4 December 2026`. */
export function longDay(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(at);
}

/** The calendar day `days` after `now` on this device, YYYY-MM-DD. */
export function dayFrom(now: number, days: number): string {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The same, or the Monday after where that is at a weekend. */
export function workingDayFrom(now: number, days: number): string {
  const weekday = (new Date(now).getDay() + days) % 7;
  const toMonday = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return dayFrom(now, days + toMonday);
}

/** `count` working days after `now`: from a Friday, one is the Monday. */
export function workingDaysAfter(now: number, count: number): string {
  let days = 0;
  for (let left = count; left > 0; left -= isWeekend(now, days) ? 0 : 1) days += 1;
  return dayFrom(now, days);
}

function isWeekend(now: number, days: number): boolean {
  return [0, 6].includes((new Date(now).getDay() + days) % 7);
}

/**
 * `03:12`; `1:03:12` from an hour on. What is left is rounded up and what is over is rounded down, so that the
 * clock shows 00:00 exactly at the bell. The sign is left to the words beside it.
 */
export function clockFace(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const two = (part: number) => String(part).padStart(2, '0');
  const short = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${short}` : short;
}

/** `2:40`, as a clock reads within a line of words; the same second as `clockFace`. */
export function clockInLine(ms: number): string {
  return clockFace(ms).replace(/^0(?=\d:)/, '');
}

/** Whole minutes, rounded to the nearest; never negative. */
export function minutesOf(ms: number): number {
  return Math.round(Math.abs(ms) / 60_000);
}

/** `1 minute`, `4 minutes`. */
export function minutesInWords(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** `Tue, 1 Dec, 18:00`, in the reader's own zone unless told otherwise. */
export function dayTime(at: number, zone?: string): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: hourStyle(),
    minute: '2-digit',
  } as const;
  return inZone(parts, zone).format(at);
}

/** Beside a day a time has no style of its own: `numeric` alone would make `2:06` of the `02:06` of many locales. */
function hourStyle(): 'numeric' | '2-digit' {
  const short = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  const hour = short.formatToParts(new Date(2026, 0, 1, 2)).find(({ type }) => type === 'hour');
  return hour?.value.length === 2 ? '2-digit' : 'numeric';
}

/** `18:00`, or with the day where that is not the one of `beside` in the same zone. */
export function timeBeside(at: number, beside: number, zone?: string): string {
  const day = inZone({ dateStyle: 'short' }, zone);
  if (day.format(at) !== day.format(beside)) return dayTime(at, zone);
  return inZone({ timeStyle: 'short' }, zone).format(at);
}

/** The browser's own time zone, by its IANA name. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `America/New York`, for people. */
export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** A zone that this browser is too old to know is read as UTC. */
function inZone(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(undefined, { ...options, ...(zone && { timeZone: zone }) });
  } catch {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC', timeZoneName: 'short' });
  }
}

/** `6 min`, `2 h 10 min`, `1 day 3 h`, `3 days`: whole minutes, from a day on whole hours, from two on whole days. */
export function durationInWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  if (hours >= 24) return hours === 24 ? '1 day' : `1 day ${hours - 24} h`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `Ana, Bo and Cy`, as the browser's language joins names. */
export function sentenceList(parts: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'conjunction' }).format(parts);
}
