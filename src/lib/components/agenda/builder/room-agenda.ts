/** The agenda of a room as it can be written down, saved, and set again. */
import type { Agenda } from '#domain/agenda/agenda.ts';
import type { Segment } from '#domain/agenda/segment.ts';
import { bufferLeftMs } from '#domain/stage/budget.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { hasBegun } from '#domain/stage/plan.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { CommandOf } from '#protocol/commands.ts';

/** With the minutes that parts and the buffer have now, what has begun as it was planned, and what facilitators noted. */
export function agendaOf(stage: StageState, now: number): Agenda {
  return writtenNow(stage, bufferLeftMs(stage, now));
}

/** The same with the buffer as it was planned, whatever it has paid since. */
export function agendaByPlan(stage: StageState): Agenda {
  return writtenNow(stage, stage.plannedBufferMs);
}

/** For another meeting: as it was announced for this one, whatever became of it, and without what there was to read. */
export function agendaForNext(stage: StageState): Agenda {
  const agenda = written(stage, stage.announced ?? stage);
  return { ...agenda, segments: agenda.segments.map((segment) => ({ ...segment, preReads: [] })) };
}

function writtenNow(stage: StageState, bufferMs: number): Agenda {
  const segments = stage.segments.map((segment) => ({ ...segment, minutes: minutesNow(stage, segment) }));
  return written(stage, { ...stage, segments, bufferMs });
}

function written(
  { title, facilitatorNotes }: StageState,
  { segments, bufferMs, ownLenses }: Pick<StageState, 'segments' | 'bufferMs' | 'ownLenses'>,
): Agenda {
  return {
    title,
    segments: segments.map(({ id, lenses, prompts, preReads, ...segment }) => ({
      ...segment,
      lenses: [...lenses],
      prompts: prompts.map(({ name, question }) => ({ name, question })),
      preReads: preReads.map(({ title, link, text }) => ({ title, link, text })),
      notes: facilitatorNotes[id] ?? '',
    })),
    buffer: Math.round(bufferMs / minuteMs),
    lenses: [...ownLenses],
  };
}

function minutesNow(stage: StageState, { id, minutes }: Segment): number {
  const run = stage.runs[id];
  return run && !hasBegun(stage, id) ? Math.max(1, Math.round(run.budgetMs / minuteMs)) : minutes;
}

/** A title that is missing stays as it is, and so does the buffer where it is not meant. */
export function setAgendaCommand(
  { title, segments, buffer }: Agenda,
  { keepsBuffer = false } = {},
): CommandOf<'setAgenda'> {
  const changed = { ...(title === '' ? {} : { title }), ...(keepsBuffer ? {} : { buffer }) };
  return { type: 'setAgenda', segments, ...changed };
}
