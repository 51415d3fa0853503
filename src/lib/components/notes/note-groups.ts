/** The notes of one segment as the board shows them: by lens or prompt, in the order of the agenda. */
import { isThanks, type Segment } from '#domain/agenda/segment.ts';
import type { Note } from '#domain/board/board.ts';
import type { Draft } from '#domain/desk/desk.ts';
import { lensIn } from '#domain/stage/own-lenses.ts';
import type { StageState } from '#domain/stage/state.ts';
import { lookOfLens, promptLook, winLook, type Look } from '$lib/components/lenses/lens-look.ts';
import { notes as words } from '$lib/text/notes.ts';

/** What a note or draft says about where it was seen from. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly look: Look;
}

export interface NoteGroup {
  readonly side: Side;
  readonly heading: string;
  /** The segment has lenses, and these notes show none. */
  readonly lacksLens: boolean;
  readonly notes: readonly Note[];
}

/** Where lenses of the team's own are. */
type Lenses = Pick<StageState, 'ownLenses'>;

const nowhere: Side = { id: '', name: words.note, letter: '', look: lookOfLens(null) };
const win: Side = { id: '', name: words.win, letter: '', look: winLook };

/** All sides a note of this segment can have; of thanks also none of its questions. */
export function sidesOf(segment: Segment, stage: Lenses): readonly Side[] {
  if (isThanks(segment)) return [...segment.prompts.map(({ id, name }) => ({ ...win, id, name })), win];
  const lenses = segment.lenses.map((id) => {
    const lens = lensIn(stage, id);
    return { id, name: lens?.name ?? id, letter: lens?.letter ?? '', look: lookOfLens(lens) };
  });
  const prompts = segment.prompts.map(({ id, name }) => ({ id, name, letter: '', look: promptLook }));
  return [...lenses, ...prompts];
}

export function sideOf(segment: Segment, note: Pick<Note | Draft, 'lens' | 'prompt'>, stage: Lenses): Side {
  const own = sidesOf(segment, stage).find(
    (side) => side.id !== '' && (side.id === note.lens || side.id === note.prompt),
  );
  return own ?? (isThanks(segment) ? win : nowhere);
}

/** Groups that have notes; those without a side come last. */
export function groupNotes(segment: Segment, notes: readonly Note[], stage: Lenses): readonly NoteGroup[] {
  const own = notes.filter((note) => note.segment === segment.id);
  return [...sidesOf(segment, stage), ...(isThanks(segment) ? [] : [nowhere])]
    .map((side) => ({
      side,
      heading:
        side === win ? headingOfThanks(segment) : side === nowhere ? headingOfNone(segment) : side.name,
      lacksLens: side === nowhere && segment.lenses.length > 0,
      notes: own.filter((note) => sideOf(segment, note, stage).id === side.id),
    }))
    .filter((group) => group.notes.length > 0);
}

function headingOfThanks({ activity, title, prompts }: Segment): string {
  if (prompts.length > 0) return words.withoutPrompt;
  return activity === 'wins' ? title : words.thanks;
}

function headingOfNone({ lenses, prompts }: Segment): string {
  if (lenses.length > 0) return words.withoutLens;
  return prompts.length > 0 ? words.withoutPrompt : words.note;
}
