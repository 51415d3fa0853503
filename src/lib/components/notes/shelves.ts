/** Drafts of a segment that are not simply on the desk, by what became of them and what their author can do. */
import type { Draft } from '#domain/desk/desk.ts';
import { notes as words } from '$lib/text/notes.ts';

export interface Shelf {
  readonly kind: 'kept' | 'left';
  readonly title: string;
  readonly hint: string;
  readonly drafts: readonly Draft[];
}

/** How far the segment is: nothing of it revealed yet, revealed, revealed onto a board that is full, or over with the room. */
export type Progress = 'hidden' | 'revealed' | 'full' | 'closed';

/** `isKept`: on this device alone. What waits there for the desk by itself is not late and belongs to it. */
export function shelvesOf(
  drafts: readonly Draft[],
  progress: Progress,
  isKept: (draft: Draft) => boolean,
): readonly Shelf[] {
  const kept = drafts.filter((draft) => isKept(draft) && (draft.late || progress === 'closed'));
  const onDesk = drafts.filter((draft) => !kept.includes(draft));
  return [...leftOnDesk(onDesk, progress), keptHere(kept, progress)].filter(
    (shelf) => shelf.drafts.length > 0,
  );
}

function keptHere(drafts: readonly Draft[], progress: Progress): Shelf {
  return progress === 'closed'
    ? { kind: 'kept', title: words.tooLateTitle, hint: words.tooLateHint, drafts }
    : { kind: 'kept', title: words.keptTitle, hint: words.keptHint, drafts };
}

function leftOnDesk(drafts: readonly Draft[], progress: Progress): readonly Shelf[] {
  const shelf = (title: string, hint: string, late?: boolean): Shelf => ({
    kind: 'left',
    title,
    hint,
    drafts: late === undefined ? drafts : drafts.filter((draft) => draft.late === late),
  });
  switch (progress) {
    case 'hidden':
      return [shelf(words.fromBoardTitle, words.fromBoardHint, true)];
    case 'revealed':
      return [shelf(words.missedTitle, words.lateHint, false), shelf(words.lateTitle, words.lateHint, true)];
    case 'full':
      return [
        shelf(words.missedTitle, words.noSpaceHint, false),
        shelf(words.lateTitle, words.noSpaceHint, true),
      ];
    case 'closed':
      return [shelf(words.hiddenTitle, words.hiddenHint)];
  }
}
