/** What the server does by itself when its time has come. Called too early these do nothing; called late, they catch up. */
import type { LensId, SegmentId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { bellAt } from './clock.ts';
import type { StageEvent } from './events.ts';
import { countingUntil, gatherOf, heldCounts, segmentOf } from './gathering.ts';
import { mayExtend, turnOn } from './discussions.ts';
import { openPolls } from './polls.ts';
import { shownLenses } from './shown-lenses.ts';
import type { Gather, StageState } from './state.ts';

/**
 * Server ms at which the server must act next: bell, reveal, end of writing early, end of objecting. Past after a
 * restart, perhaps; or null.
 */
export function nextAlarm(state: StageState): number | null {
  if (state.phase === 'closed') return null;
  const times = Object.values(state.gathers).map(countingUntil);
  const until = [state.early?.until ?? null, state.succession?.until ?? null];
  const due = [bellAt(state.clock), ...until, ...times].filter((time) => time !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** Rings once for each end. It moves nothing; where a topic is on, people are asked whether to keep talking. */
export function ringBell(state: StageState, now: number): StageEvent[] {
  const due = bellAt(state.clock);
  if (state.phase !== 'running' || state.current === null || due === null || due > now) return [];
  const rounds = gatherOf(state, state.current)?.rounds.length ?? 0;
  return [
    { at: now, type: 'bellRang', segment: state.current, round: rounds > 0 ? rounds - 1 : null },
    ...askToKeepTalking(state, state.current, now),
  ];
}

/** The id is that of the revision: nothing else ever has it, and the same bell rung again asks the same. */
function askToKeepTalking(state: StageState, segment: SegmentId, now: number): StageEvent[] {
  const turn = turnOn(state);
  const isAsked = openPolls(state).some(({ question }) => question === 'keep-talking');
  if (!turn || !mayExtend(state) || isAsked) return [];
  if (state.polls.length >= limits.boardPolls) return [];
  const poll = {
    id: `bell-${state.rev}`,
    kind: 'thumbs',
    question: 'keep-talking',
    segment,
    topic: turn.topic,
    ...{ options: [], budget: 0, cap: 0 },
  } as const;
  return [{ at: now, type: 'pollOpened', poll }];
}

/** The segment whose count-in has ended, or null. */
export function dueReveal(state: StageState, now: number): SegmentId | null {
  if (state.phase === 'closed') return null;
  const due = state.segments.find(({ id }) => {
    const revealAt = state.gathers[id] ? countingUntil(state.gathers[id]) : null;
    return revealAt !== null && revealAt <= now;
  });
  return due?.id ?? null;
}

export interface RevealFacts {
  /** Every lens for which somebody has ever written in the segment, published or not. */
  readonly lensesWritten: ReadonlySet<LensId>;
}

/** Reveals the due segment. Afterwards the gather says in `shown` which lenses may stand on the notes published with it. */
export function completeReveal(state: StageState, now: number, facts: RevealFacts): StageEvent[] {
  const segment = segmentOf(state, dueReveal(state, now));
  const gather = gatherOf(state, segment?.id ?? null);
  if (!segment || !gather) return [];
  const shown = shownLenses(state, segment);
  const unanswered = openFindings(gather, shown).filter((lens) => !facts.lensesWritten.has(lens));
  return [{ at: now, type: 'notesRevealed', segment: segment.id, shown, unanswered }];
}

/**
 * Lenses that can still turn out to be unanswered. After a first reveal these are only its own findings: a lens that
 * was hidden then may stand for notes that carry no lens, and one that had notes stays answered when they are withdrawn.
 */
function openFindings(gather: Gather, shown: readonly LensId[]): readonly LensId[] {
  if (gather.reveal.kind === 'revealed') return gather.reveal.unanswered;
  const held = heldCounts(gather);
  return shown.filter((lens) => Object.hasOwn(held, lens));
}
