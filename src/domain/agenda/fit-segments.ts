/**
 * Fits segments to the minutes there are. Every one keeps its floor; what is left is shared in proportion to the plan.
 * Where not even the floors fit, rounds and then whole segments are dropped, never decide or close.
 */
import { floorMinutes, floorSum } from './floors.ts';
import type { Activity, Segment } from './segment.ts';

/** What a meeting can do without, first to go first. From the third on only below half an hour. */
const dispensable: readonly Activity[] = ['follow-up', 'check-in', 'group', 'vote', 'discuss', 'read'];

/** What fitting needs to know of a segment; all else of it is carried along. */
type Part = Pick<Segment, 'activity' | 'minutes' | 'rounds'>;

/** Segments with whole minutes that add up to exactly `minutes`; null where not even what cannot be dropped fits. */
export function fitSegments<Of extends Part>(planned: readonly Of[], minutes: number): Of[] | null {
  const segments = dropUntilFloorsFit(planned, minutes);
  return floorSum(segments) > minutes ? null : share(segments, minutes);
}

/** What is needed when everything that can be dropped is. */
export function leastMinutes(planned: readonly Part[]): number {
  return floorSum(dropUntilFloorsFit(planned, 0));
}

function dropUntilFloorsFit<Of extends Part>(planned: readonly Of[], minutes: number): Of[] {
  let segments = [...planned];
  while (floorSum(segments) > minutes) {
    const fewer = withoutOneRound(segments) ?? withoutOneSegment(segments);
    if (!fewer) break;
    segments = fewer;
  }
  return segments;
}

/** The gather segment with the most rounds loses one, the later one where they have the same. */
function withoutOneRound<Of extends Part>(segments: readonly Of[]): Of[] | null {
  const most = Math.max(...segments.map((segment) => segment.rounds));
  if (most <= 1) return null;
  const at = segments.findLastIndex((segment) => segment.rounds === most);
  return segments.map((segment, i) => (i === at ? { ...segment, rounds: most - 1 } : segment));
}

/** Of several with the same activity the one with the fewest planned minutes, the later one where they have the same. */
function withoutOneSegment<Of extends Part>(segments: readonly Of[]): Of[] | null {
  for (const activity of dispensable) {
    const same = segments.filter((segment) => segment.activity === activity);
    const fewest = Math.min(...same.map(({ minutes }) => minutes));
    const dropped = same.findLast(({ minutes }) => minutes === fewest);
    if (dropped) return segments.filter((segment) => segment !== dropped);
  }
  return null;
}

function share<Of extends Part>(segments: readonly Of[], minutes: number): Of[] {
  const atFloor = segmentsAtFloor(segments, minutes);
  const spare = minutes - floorSum([...atFloor]);
  const above = segments.filter((segment) => !atFloor.has(segment));
  const given = largestRemainder(
    above.map((segment) => segment.minutes),
    spare,
  );
  return segments.map((segment) => ({
    ...segment,
    minutes: given[above.indexOf(segment)] ?? floorMinutes(segment),
  }));
}

/** Those whose share would lie below their floor. Each one fixed leaves less for the others, hence the loop. */
function segmentsAtFloor<Of extends Part>(segments: readonly Of[], minutes: number): Set<Of> {
  const fixed = new Set<Of>();
  for (;;) {
    const free = segments.filter((segment) => !fixed.has(segment));
    const spare = minutes - floorSum([...fixed]);
    const planned = free.reduce((sum, segment) => sum + segment.minutes, 0);
    const low = free.filter((segment) => spare * segment.minutes < floorMinutes(segment) * planned);
    if (low.length === 0) return fixed;
    for (const segment of low) fixed.add(segment);
  }
}

/** Whole numbers in proportion to `weights` that add up to `total`; earlier ones win ties. */
function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const whole = weights.map((weight) => Math.floor((weight * total) / sum));
  const missing = total - whole.reduce((all, part) => all + part, 0);
  const byRemainder = weights
    .map((weight, i) => ({ i, rest: (weight * total) % sum }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
