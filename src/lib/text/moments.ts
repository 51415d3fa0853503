/**
 * Moments as a timeline shows them: always by 24 hours, so that they stand under each other and read as they are typed,
 * in the zone of this device or in UTC.
 */
export type Zone = 'local' | 'utc';

const dayMs = 24 * 60 * 60_000;

/** Dear to make, and asked for at every entry. */
const formats = new Map<Zone, Intl.DateTimeFormat>();

function parts(at: number, zone: Zone): Readonly<Record<string, string>> {
  const format = formats.get(zone) ?? newFormat(zone);
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

function newFormat(zone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    ...timeZone(zone),
  });
}

function timeZone(zone: Zone): { readonly timeZone?: string } {
  return zone === 'utc' ? { timeZone: 'UTC' } : {};
}

/** `14:05`, with seconds where there are any. */
export function clockTime(at: number, zone: Zone): string {
  const { hour, minute, second } = parts(at, zone);
  return `${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}

/** YYYY-MM-DD in that zone, so many days later. */
export function dayOf(at: number, zone: Zone, days = 0): string {
  const { year, month, day } = parts(at, zone);
  const found = `${year}-${month}-${day}`;
  return days === 0
    ? found
    : new Date(Date.parse(`${found}T12:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** `Friday, 20 November 2026`. */
export function dayName(at: number, zone: Zone): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', ...timeZone(zone) }).format(at);
}

/** `20 Nov`. */
export function shortDayOf(at: number, zone: Zone): string {
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', ...timeZone(zone) }).format(at);
}

/** `2026-11-20 14:05`, as it can be typed. */
export function typedMoment(at: number, zone: Zone): string {
  return `${dayOf(at, zone)} ${clockTime(at, zone)}`;
}

/** Whether this device's clock shows something else than UTC at that moment. */
export function differsFromUtc(at: number): boolean {
  return new Date(at).getTimezoneOffset() !== 0;
}

/** Null for a day that no calendar has. Where clocks are put forward, a time that is skipped is the one after. */
export function momentOn(
  day: string,
  [hour, minute, second, ms]: readonly [number, number, number, number],
  zone: Zone,
): number | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null;
  if (zone === 'utc') return Date.UTC(year, month - 1, date, hour, minute, second, ms);
  return new Date(year, month - 1, date, hour, minute, second, ms).getTime();
}

/** The same time of day on another day, YYYY-MM-DD; null where no calendar has it. */
export function sameTimeOn(day: string, at: number, zone: Zone): number | null {
  const { hour, minute, second } = parts(at, zone);
  return momentOn(day, [Number(hour), Number(minute), Number(second), at % 1_000], zone);
}

/** `22 min`, `1 h 5 min`, `2 days 3 h`, `40 s`. */
export function spell(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (seconds < 60) return `${seconds} s`;
  if (hours < 1) return `${minutes} min`;
  if (days < 1) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const whole = days === 1 ? '1 day' : `${days} days`;
  return hours % 24 === 0 ? whole : `${whole} ${hours % 24} h`;
}
