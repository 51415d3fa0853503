/** The keys of the board, for whichever note has the focus. */
import type { NoteId } from '#protocol/ids.ts';
import { focusedNote, focusNote } from './focus-place.ts';
import type { Grouping } from './grouping.svelte.ts';
import { noteBeside } from './note-keys.ts';

type OpenMoves = (anchor: HTMLElement, notes: readonly NoteId[]) => void;

export function boardKeys(grouping: Grouping, openMoves: OpenMoves): (event: KeyboardEvent) => void {
  const { selection } = grouping;

  function act({ key, shiftKey }: KeyboardEvent, note: NoteId, target: HTMLElement): boolean {
    const beside = noteBeside(key, note, grouping.order);
    if (beside !== null) go(note, beside, shiftKey);
    else if (key === 'g') grouping.group(grouping.withOthers(note));
    else if (key === 'm') openMoves(target, grouping.withOthers(note));
    else if (key === 'Escape' && selection.size > 0) selection.clear();
    else return false;
    return true;
  }

  function go(from: NoteId, to: NoteId, extend: boolean) {
    if (extend) {
      if (selection.size === 0) selection.toggle(from);
      selection.extendTo(to, grouping.order);
    }
    focusNote(to);
  }

  return (event) => {
    const note = focusedNote();
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !note) return;
    if (target instanceof HTMLElement && target.role === 'checkbox' && act(event, note, target))
      event.preventDefault();
  };
}
