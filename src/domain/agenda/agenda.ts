import type { AgendaDraft } from '#protocol/agenda.ts';

/** A whole agenda apart from any room: as it is written, read, saved, and made a room of. */
export interface Agenda extends AgendaDraft {
  title: string;
}

/** Whole minutes of everything in it, and what is kept free. */
export function minutesOf({ segments, buffer }: Pick<Agenda, 'segments' | 'buffer'>): number {
  return segments.reduce((sum, { minutes }) => sum + minutes, buffer);
}
