import type { AgendaSegment } from '#protocol/agenda.ts';

/** Titles of what the plan has and the shorter one does not, in their order. */
export function leftOut(planned: readonly AgendaSegment[], fitted: readonly AgendaSegment[]): string[] {
  let at = 0;
  return planned.flatMap(({ activity, title }) => {
    const kept = fitted[at];
    if (kept?.activity !== activity || kept.title !== title) return [title];
    at += 1;
    return [];
  });
}
