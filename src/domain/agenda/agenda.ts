import type { AgendaDraft } from '#protocol/agenda.ts';
import { fitSegments } from './fit-segments.ts';
import type { Format } from './formats/format.ts';

/** A whole agenda apart from any room: as it is written, read, saved, and made a room of. */
export interface Agenda extends AgendaDraft {
  title: string;
}

/** Whole minutes of everything in it, and what is kept free. */
export function minutesOf({
  segments,
  buffer,
}: {
  readonly segments: readonly { readonly minutes: number }[];
  readonly buffer: number;
}): number {
  return segments.reduce((sum, { minutes }) => sum + minutes, buffer);
}

/** As planned for 60 minutes, under the name of the format. */
export function agendaOfFormat({ name, segments }: Format): Agenda {
  return {
    title: name,
    segments: segments.map(({ id: _, prompts, ...segment }) => ({
      ...segment,
      lenses: [...segment.lenses],
      prompts: prompts.map(({ name, question }) => ({ name, question })),
      preReads: [],
      notes: '',
    })),
    buffer: 0,
    lenses: [],
  };
}

/** The same in so many minutes in all, of which so many are free; null where the rest is too little. */
export function agendaKeeping(agenda: Agenda, minutes: number, buffer: number): Agenda | null {
  const segments = fitSegments(agenda.segments, minutes - buffer);
  return segments && { ...agenda, segments, buffer };
}

/**
 * The same in so many minutes in all. What is kept free shrinks and grows with the rest, and goes first; null where not
 * even what cannot be dropped fits.
 */
export function agendaIn(agenda: Agenda, minutes: number): Agenda | null {
  const total = minutesOf(agenda);
  if (minutes === total) return agenda;
  const buffer = Math.floor((agenda.buffer * minutes) / total);
  const fitted = fitSegments(agenda.segments, minutes - buffer);
  if (fitted?.length === agenda.segments.length) return { ...agenda, segments: fitted, buffer };
  const segments = fitSegments(agenda.segments, minutes);
  return segments && { ...agenda, segments, buffer: 0 };
}

/** The same in so many minutes in all, of which at least `free` are kept free; null where the rest does not fit. */
export function agendaWith(agenda: Agenda, minutes: number, free: number): Agenda | null {
  const asPlanned = agendaIn(agenda, minutes);
  const isFree = free === 0 || (asPlanned?.buffer ?? 0) >= free;
  return isFree ? asPlanned : agendaKeeping(agenda, minutes, free);
}
