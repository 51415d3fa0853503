/** The agenda of a room as it can be written down, saved, and set again. */
import type { Agenda } from '#domain/agenda/agenda.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { hasBegun } from '#domain/stage/plan.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { CommandOf } from '#protocol/commands.ts';
import type { SegmentId } from '#protocol/ids.ts';

/** With the minutes that parts have now, those that have begun as they were planned, and what facilitators noted. */
export function agendaOf(stage: StageState): Agenda {
  const { title, segments, bufferMs, ownLenses, facilitatorNotes } = stage;
  return {
    title,
    segments: segments.map(({ id, lenses, prompts, preReads, ...segment }) => ({
      ...segment,
      minutes: minutesNow(stage, id) ?? segment.minutes,
      lenses: [...lenses],
      prompts: prompts.map(({ name, question }) => ({ name, question })),
      preReads: preReads.map(({ title, link, text }) => ({ title, link, text })),
      notes: facilitatorNotes[id] ?? '',
    })),
    buffer: Math.round(bufferMs / minuteMs),
    lenses: [...ownLenses],
  };
}

function minutesNow(stage: StageState, segment: SegmentId): number | null {
  if (hasBegun(stage, segment)) return null;
  return Math.max(1, Math.round((stage.runs[segment]?.budgetMs ?? 0) / minuteMs));
}

/** A title that is missing stays as it is. */
export function setAgendaCommand({ title, segments, buffer }: Agenda): CommandOf<'setAgenda'> {
  return { type: 'setAgenda', segments, buffer, ...(title === '' ? {} : { title }) };
}
