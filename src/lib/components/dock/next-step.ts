/** What the facilitator's dock offers next, read from the stage. */
import { gatherOf, mayReveal } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { dock as words } from '$lib/text/dock.ts';

export interface NextStep {
  readonly label: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The segment whose notes can be revealed, also those written since an earlier reveal; null where there is none. */
  readonly revealable: SegmentId | null;
  /** Notes wait for their first reveal: the thing to do now. */
  readonly mayReveal: boolean;
}

export function nextStep(stage: StageState): NextStep {
  const here = stage.segments.findIndex((segment) => segment.id === stage.current);
  const gather = gatherOf(stage, stage.current);
  const next = stage.segments[here + 1];
  const hasRounds = gather !== null && gather.rounds.length < gather.roundsDue;
  const waiting = stage.segments.filter((segment) => mayReveal(stage, segment.id));
  const hidden = waiting.find((segment) => gatherOf(stage, segment.id)?.reveal.kind === 'hidden');
  return {
    label: hasRounds ? words.nextRound : next ? words.next(next.title) : words.nextShort,
    isFirst: here <= 0,
    isLast: !hasRounds && next === undefined,
    revealable: (hidden ?? waiting.at(-1))?.id ?? null,
    mayReveal: hidden !== undefined,
  };
}
