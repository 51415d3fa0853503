/** How a segment's run changes. All pure; times are server ms. */
import type { Segment } from '../agenda/segment.ts';
import { minuteMs } from './clock.ts';
import type { SegmentRun } from './state.ts';

export function newRun(segment: Pick<Segment, 'minutes'>): SegmentRun {
  return { status: 'waiting', budgetMs: segment.minutes * minuteMs, extendedMs: 0, leftMs: null, visits: [] };
}

/** `unspentMs` of the old budget is replaced by `budgetMs` for this stay. */
export function enterRun(run: SegmentRun, at: number, unspentMs: number, budgetMs: number): SegmentRun {
  return {
    ...run,
    status: 'active',
    budgetMs: run.budgetMs - unspentMs + budgetMs,
    visits: [...run.visits, { from: at, until: null, pausedMs: 0 }],
  };
}

export function leaveRun(
  run: SegmentRun,
  at: number,
  as: 'done' | 'skipped' | 'waiting',
  leftMs: number | null,
): SegmentRun {
  const visits = run.visits.map((visit) => (visit.until === null ? { ...visit, until: at } : visit));
  return { ...run, status: as, leftMs, visits };
}

/** Adds a pause to the visit that is under way. */
export function pauseVisit(run: SegmentRun, pausedMs: number): SegmentRun {
  const visits = run.visits.map((visit) =>
    visit.until === null ? { ...visit, pausedMs: visit.pausedMs + pausedMs } : visit,
  );
  return { ...run, visits };
}

export function extendRun(run: SegmentRun, ms: number): SegmentRun {
  return noteExtension({ ...run, budgetMs: run.budgetMs + ms }, ms);
}

/** Where the budget has changed already; less than nothing where it was cut. */
export function noteExtension(run: SegmentRun, ms: number): SegmentRun {
  return { ...run, extendedMs: run.extendedMs + ms };
}

/** With rounds it is rounds to come that become shorter, otherwise what was left when people went back. */
export function payRun(run: SegmentRun, ms: number, hasRounds: boolean): SegmentRun {
  const leftMs = run.leftMs === null || hasRounds ? run.leftMs : run.leftMs - ms;
  return { ...run, budgetMs: run.budgetMs - ms, leftMs };
}
