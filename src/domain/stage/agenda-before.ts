/**
 * The agenda as it was before its last change, so that this can be undone exactly. Whatever else changes the agenda
 * afterwards, or takes the meeting on, ends that: to undo would take it away too.
 */
import type { StageEvent } from './events.ts';
import type { AgendaBefore, StageState } from './state.ts';

/** `to` is what the event made of `from`, at its revision. */
export function withAgendaBefore(from: StageState, to: StageState, event: StageEvent): StageState {
  if (event.type === 'agendaSet')
    return { ...to, agendaBefore: { ...planOf(from, to.rev), earlyLeft: to.early } };
  const belongsToIt = event.type === 'segmentNotesSet' && event.withAgenda === true;
  if (to.agendaBefore === null || belongsToIt || isSamePlan(from, to)) return to;
  return { ...to, agendaBefore: null };
}

function planOf(state: StageState, rev: number): Omit<AgendaBefore, 'earlyLeft'> {
  const { title, format, segments, runs, gathers, bufferMs, asSet, facilitatorNotes, early } = state;
  return { rev, title, format, segments, runs, gathers, bufferMs, asSet, facilitatorNotes, early };
}

function isSamePlan(from: StageState, to: StageState): boolean {
  const isSame =
    from.title === to.title &&
    from.minutes === to.minutes &&
    from.bufferMs === to.bufferMs &&
    from.asSet.bufferMs === to.asSet.bufferMs &&
    from.facilitatorNotes === to.facilitatorNotes;
  return isSame && (from.runs === to.runs || String(budgetsOf(from)) === String(budgetsOf(to)));
}

/** What each part may take, and how often the meeting has been in it. */
function budgetsOf({ segments, runs }: StageState): readonly (number | undefined)[] {
  return segments.flatMap(({ id }) => [runs[id]?.budgetMs, runs[id]?.visits.length]);
}
