/** What the forms of the lobby begin with. */
import { ownZone } from '$lib/text/dates.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** The same time tomorrow, at the full hour. */
export function firstSuggestion(now: number): number {
  return Math.ceil(now / hourMs) * hourMs + dayMs;
}

/** The start of the meeting where that is to come, else tomorrow. */
export function suggestedDeadline(now: number, plannedStart: number | null): number {
  return plannedStart !== null && plannedStart > now ? plannedStart : firstSuggestion(now);
}

/** All that this browser knows, in the order of the alphabet; its own and the one that is set are always among them. */
export function zonesToChoose(set: string | null): readonly string[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ownZone()]);
  if (set !== null && isKnown(set)) known.add(set);
  return [...known].sort();
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
