/** A whole agenda, and the lenses that came with it, in the place of the one that is there. */
import type { AgendaFound } from '#domain/agenda/markdown/read-agenda.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { bringLenses } from './bring-lenses.ts';
import { setAgendaCommand } from './room-agenda.ts';
import { askUndoably } from './undoable.ts';

/** Whether it was taken; otherwise all is as it was. */
export async function replaceAgenda(room: RoomView, { agenda, problems }: AgendaFound): Promise<boolean> {
  const takeLensesAway = await bringLenses(room, agenda.lenses);
  if (!takeLensesAway) return false;
  const lines = new Set(problems.map(({ line }) => line)).size;
  const said = lines === 0 ? words.markdownUsed : words.markdownRestUsed(lines);
  const isTaken = await askUndoably(room, setAgendaCommand(agenda), said, { then: takeLensesAway });
  if (!isTaken) await takeLensesAway();
  return isTaken;
}
