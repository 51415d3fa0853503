/** What would leave the room unfinished. Listed before closing, and on the record when closed anyway. */
import type { Action, Decision } from '../board/board.ts';
import type { OpenItem } from './state.ts';

/**
 * Actions without a title, an owner or a date, and decisions without words, in the order of the board. A line that is
 * still completely empty promises nothing and is left out. Something like "…" or "?" is not empty, but is no title.
 */
export function openItems(actions: readonly Action[], decisions: readonly Decision[]): OpenItem[] {
  return [
    ...actions.filter((action) => !isEmpty(action)).map(openAction),
    ...decisions.filter(({ text }) => text.trim() !== '').map(openDecision),
  ].filter(({ lacks }) => lacks.length > 0);
}

/** What an action still needs, in the order in which people fill it in. */
export function actionLacks(action: Action): OpenItem['lacks'] {
  const lacks: OpenItem['lacks'][number][] = [];
  if (!hasWords(action.title)) lacks.push('title');
  if (!hasOwner(action)) lacks.push('owner');
  if (!isDate(action.due)) lacks.push('due');
  return lacks;
}

function openAction(action: Action): OpenItem {
  return { kind: 'action', id: action.id, title: action.title.trim(), lacks: actionLacks(action) };
}

function openDecision({ id, text }: Decision): OpenItem {
  return { kind: 'decision', id, title: text.trim(), lacks: hasWords(text) ? [] : ['title'] };
}

function isEmpty({ title, owner, due }: Action): boolean {
  return title.trim() === '' && owner === null && due === null;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function hasOwner({ owner }: Action): boolean {
  return owner !== null && (owner.kind === 'seat' || owner.name.trim() !== '');
}

/** The board's pattern lets 2026-02-31 through. */
function isDate(due: string | null): boolean {
  if (due === null) return false;
  const at = new Date(`${due}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(due);
}
