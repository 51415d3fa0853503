/** Brings back the agenda that a change replaced: its parts under their own ids, with all that was planned for them. */
import type { CommandOf } from '#protocol/commands.ts';
import { isSameWork } from '../../agenda/new-segment.ts';
import type { StageEvent } from '../events.ts';
import { hasBegun } from '../plan.ts';
import { reduceAll } from '../reduce.ts';
import type { AgendaBefore, StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { agendaEvents } from './plan-events.ts';
import { notesEvents, withAgenda } from './plan-whole.ts';

export function undoAgenda(state: StageState, { rev }: CommandOf<'undoAgenda'>, facts: Facts): Handled {
  const before = state.agendaBefore;
  if (before?.rev !== rev) return refuse('agenda-changed');
  if (changesWritten(state, before, facts)) return refuse('segment-written');
  const { segments, bufferMs, title, format, asSet } = before;
  const set = agendaEvents(state, segments, facts, {
    budgets: budgetsOf(state, before),
    bufferMs,
    title,
    format,
    asSet,
  });
  if (!set.ok) return set;
  const after = reduceAll(state, set.events);
  return accept(
    ...set.events,
    ...notesAgain(after, before, facts),
    ...modesAgain(after, before, facts),
    ...earlyAgain(state, before, facts),
  );
}

/** People have written meanwhile for a part that would go, or be something else. */
function changesWritten({ segments }: StageState, before: AgendaBefore, { written }: Facts): boolean {
  const isKept = (id: string) => {
    const [now, then] = [segments, before.segments].map((all) => all.find((segment) => segment.id === id));
    return !now || (then && isSameWork(now, then));
  };
  return [...written].some((id) => !isKept(id));
}

/** What has begun is named only where the change gave it more or less. */
function budgetsOf({ runs }: StageState, before: AgendaBefore): Readonly<Record<string, number>> {
  const named = Object.entries(before.runs).filter(
    ([id, { budgetMs }]) => !hasBegun(before, id) || runs[id]?.budgetMs !== budgetMs,
  );
  return Object.fromEntries(named.map(([id, { budgetMs }]) => [id, budgetMs]));
}

function notesAgain(after: StageState, before: AgendaBefore, facts: Facts): StageEvent[] {
  return before.segments
    .flatMap(({ id }) => notesEvents(after, id, before.facilitatorNotes[id] ?? '', facts))
    .map(withAgenda);
}

function modesAgain(after: StageState, before: AgendaBefore, { now }: Facts): StageEvent[] {
  return before.segments.flatMap(({ id }): StageEvent[] => {
    const gather = before.gathers[id];
    const isLost = gather?.modeChosen === true && after.gathers[id]?.modeChosen === false;
    return isLost ? [{ at: now, type: 'roundModeSet', segment: id, mode: gather.mode }] : [];
  });
}

/** Unless somebody has opened or ended it since, or its time has come. */
function earlyAgain(state: StageState, { early, earlyLeft }: AgendaBefore, { now }: Facts): StageEvent[] {
  const isSame = (one: StageState['early']) => JSON.stringify(one) === JSON.stringify(state.early);
  if (early === null || early.until <= now || !isSame(earlyLeft) || isSame(early)) return [];
  return [{ at: now, type: 'earlyOpened', segments: early.segments, until: early.until }];
}
