import type { Agenda } from '#domain/agenda/agenda.ts';
import { writeAgenda } from '#domain/agenda/markdown/write-agenda.ts';
import type { StageState } from '#domain/stage/state.ts';
import { toBring } from './bring-lenses.ts';
import { agendaByPlan } from './room-agenda.ts';

/** Whether the room has this agenda and its lenses already, under whatever title. */
export function isAgendaThere(stage: StageState, agenda: Agenda): boolean {
  const saysTheSame = planOf(agenda) === planOf(agendaByPlan(stage));
  return saysTheSame && toBring(stage, agenda.lenses).length === 0;
}

function planOf({ segments, buffer }: Agenda): string {
  return writeAgenda({ title: '', segments, buffer, lenses: [] });
}
