/** The agendas that a room may take before it begins: ready formats, and one's own. */
import { agendaIn, agendaOfFormat, agendaWith, type Agenda } from '#domain/agenda/agenda.ts';
import { withFollowUp } from '#domain/agenda/follow-up.ts';
import { formats } from '#domain/agenda/formats.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import type { StageState } from '#domain/stage/state.ts';
import { ownAgendas } from '$lib/components/formats/own-agendas.ts';
import type { Device } from '$lib/room/device.ts';

export interface TakenFormat {
  readonly id: string;
  readonly name: string;
  /** When to choose it; empty for one's own. */
  readonly use: string;
  readonly agenda: Agenda;
}

/** One's own last. */
export function formatsToTake(device?: Device): readonly TakenFormat[] {
  const ready = formats.map((format) => {
    const { id, name, use } = format;
    return { id, name, use, agenda: agendaOfFormat(format) };
  });
  const own = ownAgendas(device).map(({ id, ...rest }) => ({ id: `own:${id}`, use: '', ...rest }));
  return [...ready, ...own];
}

/** With a place for what is still open, where there is any. */
export function withPlaceFor(open: number, { agenda }: TakenFormat): Agenda {
  return open === 0 ? agenda : { ...agenda, segments: [...withFollowUp(agenda.segments, { notes: '' })] };
}

/**
 * The same in the time, and with as much of it free, as the room has; null where it does not fit. Without a title: a
 * meeting keeps its own.
 */
export function fittedTo(
  { minutes, bufferMs }: Pick<StageState, 'minutes' | 'bufferMs'>,
  agenda: Agenda,
): Agenda | null {
  const whole = Math.round(minutes);
  const fitted = agendaWith(agenda, whole, Math.round(bufferMs / minuteMs)) ?? agendaIn(agenda, whole);
  return fitted && { ...fitted, title: '' };
}
