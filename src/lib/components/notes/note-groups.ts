/** The notes of one segment as the board shows them: by lens or prompt, in the order of the agenda. */
import { isThanks, type Segment } from '#domain/agenda/segment.ts';
import type { Note } from '#domain/board/board.ts';
import type { Draft } from '#domain/desk/desk.ts';
import { lensOf } from '#domain/lenses/catalogue.ts';
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

const nowhere: Side = { id: '', name: words.note, letter: '', look: lookOfLens('') };
const win: Side = { id: 'win', name: words.win, letter: '', look: winLook };

/** All sides a note of this segment can have. */
export function sidesOf(segment: Segment): readonly Side[] {
  if (isThanks(segment)) return [win];
  const lenses = segment.lenses.map((id) => {
    const lens = lensOf(id);
    return { id, name: lens?.name ?? id, letter: lens?.letter ?? '', look: lookOfLens(id) };
  });
  const prompts = segment.prompts.map(({ id, name }) => ({ id, name, letter: '', look: promptLook }));
  return [...lenses, ...prompts];
}

export function sideOf(segment: Segment, note: Pick<Note | Draft, 'lens' | 'prompt'>): Side {
  const sides = sidesOf(segment);
  if (isThanks(segment)) return win;
  return (
    sides.find((side) => side.id !== '' && (side.id === note.lens || side.id === note.prompt)) ?? nowhere
  );
}

/** Groups that have notes; those without a side come last. */
export function groupNotes(segment: Segment, notes: readonly Note[]): readonly NoteGroup[] {
  const own = notes.filter((note) => note.segment === segment.id);
  return [...sidesOf(segment), nowhere]
    .map((side) => ({
      side,
      heading:
        side === win ? headingOfThanks(segment) : side === nowhere ? headingOfNone(segment) : side.name,
      lacksLens: side === nowhere && segment.lenses.length > 0,
      notes: own.filter((note) => sideOf(segment, note).id === side.id),
    }))
    .filter((group) => group.notes.length > 0);
}

function headingOfThanks({ activity, title }: Segment): string {
  return activity === 'wins' ? title : words.thanks;
}

function headingOfNone({ lenses, prompts }: Segment): string {
  if (lenses.length > 0) return words.withoutLens;
  return prompts.length > 0 ? words.withoutPrompt : words.note;
}
