/** What the server does by itself when its time has come. Called too early these do nothing; called late, they catch up. */
import type { LensId, SegmentId } from '#protocol/ids.ts';
import { bellAt } from './clock.ts';
import type { StageEvent } from './events.ts';
import { countingUntil, gatherOf, segmentOf, shownLenses } from './gathering.ts';
import type { Gather, StageState } from './state.ts';

/** Server ms at which the server must act next (bell or reveal), or null. May lie in the past after a restart. */
export function nextAlarm(state: StageState): number | null {
  if (state.phase === 'closed') return null;
  const times = Object.values(state.gathers).map(countingUntil);
  const due = [bellAt(state.clock), ...times].filter((time) => time !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** Rings once for each end. It moves nothing. */
export function ringBell(state: StageState, now: number): StageEvent[] {
  const due = bellAt(state.clock);
  if (state.phase !== 'running' || state.current === null || due === null || due > now) return [];
  const rounds = gatherOf(state, state.current)?.rounds.length ?? 0;
  return [{ at: now, type: 'bellRang', segment: state.current, round: rounds > 0 ? rounds - 1 : null }];
}

export interface DueReveal {
  readonly segment: SegmentId;
  /** Lenses that may stand on the notes published now. */
  readonly shown: readonly LensId[];
}

/** The reveal whose count-in has ended, or null. The server publishes the drafts, then completes it. */
export function dueReveal(state: StageState, now: number): DueReveal | null {
  if (state.phase === 'closed') return null;
  for (const segment of state.segments) {
    const gather = gatherOf(state, segment.id);
    const revealAt = gather && countingUntil(gather);
    if (gather && revealAt !== null && revealAt <= now) {
      return { segment: segment.id, shown: shownLenses(segment, gather) };
    }
  }
  return null;
}

export interface RevealFacts {
  /** Every lens for which somebody has ever written in the segment, published or not. */
  readonly lensesWritten: ReadonlySet<LensId>;
}

export function completeReveal(state: StageState, now: number, facts: RevealFacts): StageEvent[] {
  const due = dueReveal(state, now);
  const gather = due && gatherOf(state, due.segment);
  if (!due || !gather || !segmentOf(state, due.segment)) return [];
  const answered = new Set([...facts.lensesWritten, ...answeredBefore(gather)]);
  const unanswered = due.shown.filter((lens) => !answered.has(lens));
  return [{ at: now, type: 'notesRevealed', segment: due.segment, shown: due.shown, unanswered }];
}

/** A lens that had notes at an earlier reveal stays answered, also when they were withdrawn since. */
function answeredBefore({ reveal }: Gather): LensId[] {
  if (reveal.kind !== 'revealed') return [];
  return reveal.shown.filter((lens) => !reveal.unanswered.includes(lens));
}
