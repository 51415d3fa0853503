/** One's own notes that a reveal passed over: they came from a lost connection after it, or the board had no space. */
import type { Segment } from '#domain/agenda/segment.ts';
import type { Draft } from '#domain/desk/desk.ts';
import { gatherOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';

export interface MissedNotes {
  readonly segment: Segment;
  /** In the order of writing; never none. */
  readonly drafts: readonly Draft[];
}

/** Of the drafts on a desk, in the order of the agenda. What was written late on purpose has missed nothing. */
export function missedNotes(stage: StageState, drafts: readonly Draft[]): readonly MissedNotes[] {
  if (stage.phase !== 'running') return [];
  return stage.segments
    .filter((segment) => isPastReveal(stage, segment))
    .map((segment) => ({ segment, drafts: drafts.filter((draft) => hasMissed(draft, segment)) }))
    .filter((missed) => missed.drafts.length > 0);
}

/** While rounds are to come there is another reveal, and drafts lie on the desk for it. */
function isPastReveal(stage: StageState, segment: Segment): boolean {
  const gather = gatherOf(stage, segment.id);
  if (segment.policy !== 'reveal' || gather?.reveal.kind !== 'revealed') return false;
  return gather.rounds.length >= gather.roundsDue;
}

function hasMissed({ segment, late, text }: Draft, { id }: Segment): boolean {
  return segment === id && !late && text.trim() !== '';
}
