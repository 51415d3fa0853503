/** The agenda as a whole: replaced, made to fit, and how long it is to take. */
import type { CommandOf } from '#protocol/commands.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { isSameWork } from '../../agenda/new-segment.ts';
import type { Segment } from '../../agenda/segment.ts';
import { asSetAfter, asSetBeside } from '../as-set.ts';
import { overrunMs } from '../budget.ts';
import { minuteMs } from '../clock.ts';
import type { PlanAsSet } from '../earlier-plans.ts';
import type { EventOf, StageEvent } from '../events.ts';
import { changesPlan, fitBeside, fitPlan, type Fit } from '../fitting.ts';
import { segmentOf } from '../gathering.ts';
import { firstAhead } from '../plan.ts';
import { reduceAll } from '../reduce.ts';
import type { StageState } from '../state.ts';
import { presentFor, segmentFrom, withoutBegun } from './asked-parts.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { putLenses } from './lenses.ts';
import { agendaEvents } from './plan-events.ts';

/** With its lenses, which have to be there before a part looks through them. */
export function setAgenda(state: StageState, command: CommandOf<'setAgenda'>, facts: Facts): Handled {
  const put = putLenses(state, command.lenses ?? [], facts);
  if (!put.ok) return put;
  const set = replaceAhead(reduceAll(state, put.events), command, facts);
  return set.ok ? accept(...put.events, ...set.events) : set;
}

/** What has begun stays in front; of the rest, what is there already under the same title or activity keeps its id. */
function replaceAhead(
  state: StageState,
  { title, buffer, segments: wanted }: CommandOf<'setAgenda'>,
  facts: Facts,
): Handled {
  const begun = state.segments.slice(0, firstAhead(state));
  const ahead = state.segments.slice(begun.length);
  const asked = withoutBegun(wanted, begun);
  const present = presentFor(asked, ahead);
  const made = asked.map((one, i) => segmentFrom(one, present[i] ?? null, `${facts.freshId}-${i}`));
  const isKept = (segment: Segment) => made.some((one) => one.id === segment.id && isSameWork(segment, one));
  if (ahead.some((one) => facts.written.has(one.id) && !isKept(one))) return refuse('segment-written');
  const budgets = Object.fromEntries(made.map(({ id, minutes }) => [id, minutes * minuteMs]));
  const set = agendaEvents(state, [...begun, ...made], facts, {
    budgets,
    ...(title === undefined ? {} : { title }),
    ...(buffer === undefined ? {} : { bufferMs: bufferFor(state, buffer, facts.now) }),
  });
  if (!set.ok) return set;
  const notes = asked.flatMap((one, i) => notesEvents(state, made[i]?.id ?? '', one.notes, facts));
  return accept(...set.events, ...notes.map(withAgenda));
}

export function setGoal(state: StageState, { minutes }: CommandOf<'setGoal'>, { now }: Facts): Handled {
  return minutes === state.minutes ? accept() : accept({ at: now, type: 'goalSet', minutes });
}

export function setBuffer(
  state: StageState,
  { minutes, fit = false }: CommandOf<'setBuffer'>,
  facts: Facts,
): Handled {
  const bufferMs = bufferFor(state, minutes, facts.now);
  return fit ? keepBeside(state, bufferMs, facts) : keepFree(state, bufferMs, facts);
}

/** Just what a fit had left of it is a choice as well: the next one brings no more of it back. */
function keepFree(state: StageState, bufferMs: number, { now }: Facts): Handled {
  const isChosen = bufferMs === state.bufferMs && bufferMs === state.asSet.bufferMs;
  return isChosen ? accept() : accept({ at: now, type: 'bufferSet', bufferMs });
}

/** The buffer is set by hand; parts that give it their minutes are not. */
function keepBeside(state: StageState, bufferMs: number, facts: Facts): Handled {
  const fit = fitBeside(state, bufferMs, facts.now);
  if (fit.fits && !changesPlan(state, fit)) return keepFree(state, bufferMs, facts);
  return fittedEvents(state, fit, undefined, facts, fit.fits ? asSetBeside(state, fit) : undefined);
}

/** So much is free from now on, beside what is being overrun. */
function bufferFor(state: StageState, minutes: number, now: number): number {
  return minutes * minuteMs + overrunMs(state, now);
}

export function fitAgenda(state: StageState, { dropping }: CommandOf<'fitAgenda'>, facts: Facts): Handled {
  return fittedEvents(state, fitPlan(state, facts.now), dropping, facts);
}

/** Nothing goes that was not named. */
export function fittedEvents(
  state: StageState,
  fit: Fit,
  dropping: readonly SegmentId[] | undefined,
  facts: Facts,
  asSet?: PlanAsSet,
): Handled {
  if (!fit.fits || fit.dropped.some((id) => !dropping?.includes(id))) return refuse('agenda-too-long');
  if (fit.dropped.some((id) => facts.written.has(id))) return refuse('segment-written');
  if (!changesPlan(state, fit)) return accept();
  const { segments, budgets, bufferMs } = fit;
  return agendaEvents(state, segments, facts, { budgets, bufferMs, asSet: asSet ?? asSetAfter(state, fit) });
}

export function setSegmentNotes(
  state: StageState,
  { segment, notes }: CommandOf<'setSegmentNotes'>,
  facts: Facts,
): Handled {
  if (!segmentOf(state, segment)) return refuse('conflict');
  return accept(...notesEvents(state, segment, notes, facts));
}

export function notesEvents(
  state: StageState,
  segment: SegmentId,
  notes: string,
  { now }: Facts,
): EventOf<'segmentNotesSet'>[] {
  const present = Object.hasOwn(state.facilitatorNotes, segment) ? state.facilitatorNotes[segment] : '';
  return present === notes ? [] : [{ at: now, type: 'segmentNotesSet', segment, notes }];
}

export function withAgenda(event: EventOf<'segmentNotesSet'>): StageEvent {
  return { ...event, withAgenda: true };
}
