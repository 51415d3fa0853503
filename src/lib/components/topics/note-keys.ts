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

/** The note that is nearest sideways in the next row of the same list; the nearest of all where that one ends. */
function inNextRow(from: NoteId, others: readonly NoteId[]): NoteId | null {
  const here = placeOf(from);
  let best: { readonly note: NoteId; readonly top: number; readonly away: number } | null = null;
  for (const note of others) {
    const place = placeOf(note);
    if (!here || !place || (place.list === here.list && Math.abs(place.top - here.top) < 2)) continue;
    if (place.list !== here.list) return best?.note ?? note;
    if (best && Math.abs(place.top - best.top) > 2) break;
    const away = Math.abs(place.left - here.left);
    if (!best || away < best.away) best = { note, top: place.top, away };
  }
  return best?.note ?? null;
}

function placeOf(note: NoteId) {
  const pick = pickOf(note);
  if (!pick) return null;
  const { top, left } = pick.getBoundingClientRect();
  return { top, left, list: pick.closest('ul') };
}
