import type { SegmentRun } from '../stage/state.ts';

/**
 * Time in a segment over all stays, pauses left out, in ms. A stay that has not ended counts up to `closedAt`; null
 * where there is no such end, or the segment was never entered.
 */
export function spentMs(run: SegmentRun, closedAt: number | null): number | null {
  if (run.visits.length === 0) return null;
  let spent = 0;
  for (const visit of run.visits) {
    const until = visit.until ?? closedAt;
    if (until === null) return null;
    spent += Math.max(0, until - visit.from - visit.pausedMs);
  }
  return spent;
}

export function pausedMs(run: SegmentRun): number {
  return run.visits.reduce((sum, visit) => sum + visit.pausedMs, 0);
}

/** Minutes with one decimal. */
export function toMinutes(ms: number): number {
  return Math.round(ms / 6_000) / 10;
}
