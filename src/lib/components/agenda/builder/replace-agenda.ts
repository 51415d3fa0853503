/** A whole agenda, and the lenses that came with it, in the place of the one that is there. */
import type { AgendaFound } from '#domain/agenda/markdown/read-agenda.ts';
import type { StageState } from '#domain/stage/state.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agendaMarkdown as markdown } from '$lib/text/agenda-markdown.ts';
import { changedSince, isBufferAsSeen, type AgendaSeen } from './agenda-since.ts';
import { takeAway, toBring, type Brought } from './bring-lenses.ts';
import { setAgendaCommand } from './room-agenda.ts';
import { undoably } from './undoable.ts';

interface Told {
  /** What was seen when it was begun, if that is known. */
  readonly begun?: AgendaSeen | null;
  /** Instead of the usual words. */
  readonly said?: string;
}

/** Only in the place of the one that was seen. Whether it was taken; otherwise all is as it was. */
export async function replaceAgenda(
  room: RoomView,
  { agenda, problems }: AgendaFound,
  seen: AgendaSeen,
  { begun = null, said = saidOf(problems) }: Told = {},
): Promise<boolean> {
  const keepsBuffer = begun !== null && isBufferAsSeen(begun, agenda.buffer, stageOf(room));
  const command = setAgendaCommand(agenda, { keepsBuffer });
  let brought: readonly Brought[] = [];
  const work = (stage: StageState) => {
    if (changedSince(seen, stage).length > 0) return null;
    brought = toBring(stage, agenda.lenses);
    return brought.length === 0 ? command : { ...command, lenses: brought.map(({ lens }) => lens) };
  };
  return undoably(room, work, said, { then: () => takeAway(room, brought) });
}

function saidOf(problems: AgendaFound['problems']): string {
  const lines = new Set(problems.map(({ line }) => line)).size;
  return lines === 0 ? markdown.used : markdown.restUsed(lines);
}
