/** Segments as the server makes them from what was asked for. What was there before keeps its ids: notes refer to them. */
import type { PreReadDraft, PromptDraft } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { PreRead, Prompt, Segment } from './segment.ts';

interface WithId {
  readonly id: string;
}

type Draft = Omit<Segment, 'id' | 'prompts' | 'preReads'> & {
  readonly prompts: readonly PromptDraft[];
  readonly preReads: readonly PreReadDraft[];
};

/** `id` begins the ids of its prompts and pre-reads too; it may not be in use. */
export function newSegment(draft: Draft, id: SegmentId): Segment {
  return {
    ...draft,
    id,
    prompts: promptsFrom(draft.prompts, [], id),
    preReads: preReadsFrom(draft.preReads, [], id),
  };
}

export function promptsFrom(
  drafts: readonly PromptDraft[],
  present: readonly Prompt[],
  fresh: string,
): Prompt[] {
  return withIds(drafts, present, `${fresh}-p`, samePrompt);
}

export function preReadsFrom(
  drafts: readonly PreReadDraft[],
  present: readonly PreRead[],
  fresh: string,
): PreRead[] {
  return withIds(drafts, present, `${fresh}-r`, samePreRead);
}

/** Whether people do the same in both: only the words about it and its minutes may differ. */
export function isSameWork(one: Segment, other: Segment): boolean {
  const { title, question, minutes, preReads, checkIn } = one;
  return JSON.stringify({ ...other, title, question, minutes, preReads, checkIn }) === JSON.stringify(one);
}

/**
 * What reads as before keeps its id, at its own place first: two may read alike. Of the rest, one at the same place was
 * reworded; that is all one can tell where nothing says which is which.
 */
function withIds<Draft>(
  drafts: readonly Draft[],
  present: readonly (Draft & WithId)[],
  fresh: string,
  isSame: (one: Draft, other: Draft) => boolean,
): (Draft & WithId)[] {
  const free = new Set<Draft & WithId>(present);
  const take = (kept: (Draft & WithId) | undefined) => (kept && free.delete(kept) ? kept.id : null);
  const stayed = drafts.map((draft, i) => take([present[i]].find((kept) => kept && isSame(draft, kept))));
  const ids = drafts.map((draft, i) => stayed[i] ?? take([...free].find((kept) => isSame(draft, kept))));
  return drafts.map((draft, i) => ({ ...draft, id: ids[i] ?? take(present[i]) ?? `${fresh}${i}` }));
}

function samePrompt(one: PromptDraft, other: PromptDraft): boolean {
  return one.name === other.name && one.question === other.question;
}

function samePreRead(one: PreReadDraft, other: PreReadDraft): boolean {
  return one.title === other.title && one.link === other.link && one.text === other.text;
}
