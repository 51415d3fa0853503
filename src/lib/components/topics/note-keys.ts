/** Which note an arrow leads to: along the order, or to the row above or below as it is seen. */
import type { NoteId } from '#protocol/ids.ts';
import { pickOf } from './focus-place.ts';

/** Null where the key is no way, or leads nowhere. */
export function noteBeside(key: string, from: NoteId, order: readonly NoteId[]): NoteId | null {
  const at = order.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return order[at + 1] ?? null;
    case 'ArrowLeft':
      return order[at - 1] ?? null;
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    case 'ArrowDown':
      return inNextRow(from, order.slice(at + 1));
    case 'ArrowUp':
      return inNextRow(from, order.slice(0, Math.max(0, at)).reverse());
    default:
      return null;
  }
}

/** Of the first row that begins behind this one, the note that is nearest to it sideways. */
function inNextRow(from: NoteId, others: readonly NoteId[]): NoteId | null {
  const here = boxOf(from);
  let best: { readonly note: NoteId; readonly row: number; readonly away: number } | null = null;
  for (const note of others) {
    const box = boxOf(note);
    if (!here || !box || Math.abs(box.top - here.top) < 2) continue;
    if (best && Math.abs(box.top - best.row) > 2) break;
    const away = Math.abs(box.left - here.left);
    if (!best || away < best.away) best = { note, row: box.top, away };
  }
  return best?.note ?? null;
}

function boxOf(note: NoteId): DOMRect | undefined {
  return pickOf(note)?.getBoundingClientRect();
}
