import type { Segment } from '#domain/agenda/segment.ts';
import type { Draft } from '#domain/desk/desk.ts';
import { mayBeEarly } from '#domain/stage/before.ts';
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { DeskView } from '$lib/room/desk-view.svelte.ts';

/** Drafts that belong to no part that has a desk. */
export function wordsLeft(stage: StageState, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => (segmentOf(stage, draft.segment)?.policy ?? 'none') === 'none');
}

/** Of these, what was written ahead for a part that is off the agenda since, or takes no notes any more. */
export function offAgenda(stage: StageState, drafts: readonly Draft[]): Draft[] {
  const left = wordsLeft(stage, drafts);
  return left.filter(({ segment, late }) => !late && stage.writtenAhead.includes(segment));
}

/** Whether people may come to a part in which they write by themselves: notes, or what happened when. */
export function hasField(stage: StageState, id: SegmentId): boolean {
  const segment = segmentOf(stage, id);
  return segment !== null && (segment.policy !== 'none' || segment.activity === 'timeline');
}

/** Parts to which such a draft can go: people still write there. */
export function partsToWriteIn({ segments, runs, gathers }: StageState): Segment[] {
  const isOpen = ({ id }: Segment) =>
    (runs[id]?.status === 'waiting' || runs[id]?.status === 'active') &&
    gathers[id]?.reveal.kind !== 'revealed';
  return segments.filter((segment) => mayBeEarly(segment) && isOpen(segment));
}

/** As a draft that nobody sees, also where notes are open. Its lens or prompt stays where the part has that, too. */
export function moveToPart(
  desk: Pick<DeskView, 'addDraft' | 'removeDraft'>,
  { id, lens, prompt, text }: Draft,
  part: Segment,
): void {
  desk.addDraft({ segment: part.id, ...placeIn(part, { lens, prompt }), text });
  desk.removeDraft(id);
}

/** The lens and the prompt that words were written for, or the first ones where the part has these no more. */
export function placeIn(
  { lenses, prompts }: Pick<Segment, 'lenses' | 'prompts'>,
  { lens, prompt }: Pick<Draft, 'lens' | 'prompt'>,
): Pick<Draft, 'lens' | 'prompt'> {
  const known = prompts.map(({ id }) => id);
  return {
    lens: lenses.includes(lens) ? lens : (lenses[0] ?? ''),
    prompt: known.includes(prompt) ? prompt : (known[0] ?? ''),
  };
}
