/** A whole agenda in the place of the one that is there, which can be brought back. */
import type { AgendaFound } from '#domain/agenda/markdown/read-agenda.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import { agendaOf, setAgendaCommand } from './room-agenda.ts';

/** Whether it was taken. Lenses that came along stay when it is undone: nobody has to be asked by them. */
export async function replaceAgenda(room: RoomView, { agenda, problems }: AgendaFound): Promise<boolean> {
  const stage = stageOf(room);
  const before = setAgendaCommand(agendaOf(stage));
  for (const lens of agenda.lenses) {
    const isThere = stage.ownLenses.some((own) => JSON.stringify(own) === JSON.stringify(lens));
    if (!isThere && !(await askStage(room, { type: 'putLens', lens }))) return false;
  }
  if (!(await askStage(room, setAgendaCommand(agenda)))) return false;
  const undo = async () => {
    if (await askStage(room, before)) announce(words.markdownUndone);
  };
  const lines = new Set(problems.map(({ line }) => line)).size;
  showToast({
    words: lines === 0 ? words.markdownUsed : words.markdownRestUsed(lines),
    action: { label: ui.undo, run: () => void undo() },
  });
  return true;
}
