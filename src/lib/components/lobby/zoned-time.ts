/** Between a moment and what clocks show then in a time zone, as the fields for date and time have it. */

export interface WallTime {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
}

export function wallTimeAt(at: number, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * The moment at which clocks in `zone` show this, ms since the epoch; null for what is no date or time. Shown twice, as
 * when clocks go back, it is the first; never shown, as when they go forward, it is the same span after the jump.
 */
export function momentOf({ date, time }: WallTime, zone: string): number | null {
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(date)) return null;
  const guesses = [offsetAt(shown - dayMs, zone), offsetAt(shown + dayMs, zone)].map((ms) => shown - ms);
  const exact = guesses.filter((at) => at + offsetAt(at, zone) === shown);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses);
}

const dayMs = 24 * 60 * 60_000;

/** How far clocks in the zone are ahead of UTC at that moment, ms. */
function offsetAt(at: number, zone: string): number {
  const { date, time } = wallTimeAt(at, zone);
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}
