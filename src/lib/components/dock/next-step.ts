/** What the facilitator's dock offers next, read from the stage. */
import { gatherOf, mayReveal } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';

/** Where *Next* leads: another round, the segment with this title, or, after the last one, only out of the room. */
export type Ahead =
  | { readonly kind: 'round' }
  | { readonly kind: 'segment'; readonly title: string }
  | { readonly kind: 'end' };

export interface NextStep {
  readonly ahead: Ahead;
  readonly isFirst: boolean;
  /** The segment whose notes can be revealed, also those written since an earlier reveal; null where there is none. */
  readonly revealable: SegmentId | null;
  /** Its notes wait for their first reveal, so that is the thing to do now. */
  readonly isRevealDue: boolean;
  /** They are those of the part that is on, so *Next* would walk away from them. */
  readonly leavesHidden: boolean;
  /** What was written here since the reveal can be revealed too. */
  readonly mayRevealAgain: boolean;
}

export function nextStep(stage: StageState): NextStep {
  const waiting = stage.segments.filter((segment) => mayReveal(stage, segment.id));
  const hidden = waiting.find((segment) => gatherOf(stage, segment.id)?.reveal.kind === 'hidden');
  const revealable = (hidden ?? waiting.at(-1))?.id ?? null;
  return {
    ahead: aheadOf(stage),
    isFirst: stage.segments[0]?.id === stage.current,
    revealable,
    isRevealDue: hidden !== undefined,
    leavesHidden: hidden?.id === stage.current,
    mayRevealAgain: hidden === undefined && revealable !== null && revealable === stage.current,
  };
}

function aheadOf(stage: StageState): Ahead {
  const gather = gatherOf(stage, stage.current);
  if (gather && gather.rounds.length < gather.roundsDue) return { kind: 'round' };
  const here = stage.segments.findIndex((segment) => segment.id === stage.current);
  const next = stage.segments[here + 1];
  return next ? { kind: 'segment', title: next.title } : { kind: 'end' };
}
