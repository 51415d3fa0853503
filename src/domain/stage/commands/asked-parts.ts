/** The parts of a whole agenda that somebody asks for, and what is there of them already. */
import type { AgendaSegment } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { newSegment, preReadsFrom, promptsFrom } from '../../agenda/new-segment.ts';
import type { Segment } from '../../agenda/segment.ts';
import { firstAhead } from '../plan.ts';
import type { StageState } from '../state.ts';

/** A whole agenda says again what has begun already. */
export function withoutBegun(wanted: readonly AgendaSegment[], begun: readonly Segment[]): AgendaSegment[] {
  const rest = [...wanted];
  for (const { activity, title } of begun) {
    const at = rest.findIndex((one) => one.activity === activity && one.title === title);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

/** One under the same title first, else any with the same activity; each is taken once. */
export function presentFor(asked: readonly AgendaSegment[], ahead: readonly Segment[]): (Segment | null)[] {
  const free = new Set(ahead);
  const find = (one: AgendaSegment, isSame: (segment: Segment) => boolean) => {
    const found = [...free].find((segment) => segment.activity === one.activity && isSame(segment));
    if (found) free.delete(found);
    return found ?? null;
  };
  const titled = asked.map((one) => find(one, ({ title }) => title === one.title));
  return asked.map((one, i) => titled[i] ?? find(one, () => true));
}

export function segmentFrom(
  { notes: _, ...draft }: AgendaSegment,
  present: Segment | null,
  fresh: string,
): Segment {
  if (!present) return newSegment(draft, fresh);
  return {
    ...draft,
    id: present.id,
    prompts: promptsFrom(draft.prompts, present.prompts, fresh),
    preReads: preReadsFrom(draft.preReads, present.preReads, fresh),
  };
}

/** Parts to come that this whole agenda would take off. */
export function goneWith(state: StageState, wanted: readonly AgendaSegment[]): SegmentId[] {
  const begun = state.segments.slice(0, firstAhead(state));
  const ahead = state.segments.slice(begun.length);
  const kept = presentFor(withoutBegun(wanted, begun), ahead);
  return ahead.filter((segment) => !kept.includes(segment)).map(({ id }) => id);
}
