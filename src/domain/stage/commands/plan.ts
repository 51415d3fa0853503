/** One segment of the agenda at a time, before and during the meeting. What has begun keeps its place. */
import type { SegmentChange } from '#protocol/agenda.ts';
import type { CommandOf } from '#protocol/commands.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { isSameWork, newSegment, preReadsFrom, promptsFrom } from '../../agenda/new-segment.ts';
import { withActivity } from '../../agenda/rules.ts';
import type { Segment } from '../../agenda/segment.ts';
import { usualPolicy } from '../../agenda/usual.ts';
import { remainingMs } from '../budget.ts';
import { minuteMs } from '../clock.ts';
import { segmentOf } from '../gathering.ts';
import { firstAhead, hasBegun } from '../plan.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { agendaEvents } from './plan-events.ts';

export function addSegment(
  state: StageState,
  { segment, before }: CommandOf<'addSegment'>,
  facts: Facts,
): Handled {
  return insert(state, newSegment(segment, facts.freshId), before, facts);
}

/** Behind what has begun, where it could still be held. */
export function duplicateSegment(
  state: StageState,
  { segment: id }: CommandOf<'duplicateSegment'>,
  facts: Facts,
): Handled {
  const segment = segmentOf(state, id);
  if (!segment) return refuse('conflict');
  const at = Math.max(placeOf(state, id) + 1, firstAhead(state));
  const copy = newSegment(segment, facts.freshId);
  const added = insert(state, copy, state.segments[at]?.id ?? null, facts);
  const notes = state.facilitatorNotes[id] ?? '';
  if (!added.ok || notes === '') return added;
  const noted = {
    at: facts.now,
    type: 'segmentNotesSet',
    segment: copy.id,
    notes,
    withAgenda: true,
  } as const;
  return accept(...added.events, noted);
}

export function restoreSegment(
  state: StageState,
  { segment, before }: CommandOf<'restoreSegment'>,
  facts: Facts,
): Handled {
  if (segmentOf(state, segment)) return accept();
  const gone = state.removedSegments.find(({ id }) => id === segment);
  return gone ? insert(state, gone, before, facts) : refuse('conflict');
}

export function changeSegment(
  state: StageState,
  { segment: id, change }: CommandOf<'changeSegment'>,
  facts: Facts,
): Handled {
  const segment = segmentOf(state, id);
  if (!segment) return refuse('conflict');
  const changed = changedSegment(segment, change, facts.freshId);
  if (!isSameWork(segment, changed) && fixedBy(state, id, facts)) return refuseFixed(state, id);
  const budgetMs = newBudgetMs(state, segment, change, facts.now);
  if (budgetMs === null) return refuse('segment-begun');
  const isSame = JSON.stringify(changed) === JSON.stringify(segment) && budgetMs === undefined;
  if (isSame) return accept();
  const minutes = plannedMinutes(state, segment, budgetMs);
  const segments = state.segments.map((one) => (one.id === id ? { ...changed, minutes } : one));
  return agendaEvents(state, segments, facts, budgetMs === undefined ? {} : { budgets: { [id]: budgetMs } });
}

export function moveSegment(
  state: StageState,
  { segment: id, before }: CommandOf<'moveSegment'>,
  facts: Facts,
): Handled {
  const segment = segmentOf(state, id);
  if (!segment || (before !== null && !segmentOf(state, before))) return refuse('conflict');
  if (!isAhead(state, id) || (before !== null && !isAhead(state, before))) return refuse('segment-begun');
  const at = placeOf(state, id);
  if (before === id || (state.segments[at + 1]?.id ?? null) === before) return accept();
  const others = state.segments.filter((one) => one !== segment);
  return agendaEvents(state, inserted(others, segment, before), facts);
}

export function removeSegment(
  state: StageState,
  { segment: id }: CommandOf<'removeSegment'>,
  facts: Facts,
): Handled {
  if (!segmentOf(state, id)) return accept();
  if (fixedBy(state, id, facts)) return refuseFixed(state, id);
  return agendaEvents(
    state,
    state.segments.filter((one) => one.id !== id),
    facts,
  );
}

/** What would be lost with it is more than its plan. */
function fixedBy(state: StageState, id: SegmentId, { written }: Facts): boolean {
  return hasBegun(state, id) || written.has(id);
}

function refuseFixed(state: StageState, id: SegmentId): Handled {
  return refuse(hasBegun(state, id) ? 'segment-begun' : 'segment-written');
}

function insert(state: StageState, segment: Segment, before: SegmentId | null, facts: Facts): Handled {
  if (before !== null && !segmentOf(state, before)) return refuse('conflict');
  if (before !== null && !isAhead(state, before)) return refuse('segment-begun');
  return agendaEvents(state, inserted(state.segments, segment, before), facts);
}

function inserted(
  segments: readonly Segment[],
  segment: Segment,
  before: SegmentId | null,
): readonly Segment[] {
  const at = segments.findIndex(({ id }) => id === before);
  return before === null ? [...segments, segment] : segments.toSpliced(at, 0, segment);
}

function placeOf({ segments }: StageState, id: SegmentId): number {
  return segments.findIndex((segment) => segment.id === id);
}

function isAhead(state: StageState, id: SegmentId): boolean {
  return placeOf(state, id) >= firstAhead(state);
}

/** What is left out stays; lenses that are chosen anew have a round each if all had one before. */
function changedSegment(segment: Segment, change: SegmentChange, fresh: string): Segment {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const { prompts, preReads, ...rest } = Object.fromEntries(given) as SegmentChange;
  const changed = {
    ...segment,
    ...(rest as Partial<Segment>),
    rounds: roundsFor(segment, change),
    prompts: prompts ? promptsFrom(prompts, segment.prompts, fresh) : segment.prompts,
    preReads: preReads ? preReadsFrom(preReads, segment.preReads, fresh) : segment.preReads,
  };
  const { activity, policy } = change;
  if (activity === undefined || activity === segment.activity) return changed;
  return withActivity({ ...changed, policy: policy ?? usualPolicy(activity) }, activity);
}

function roundsFor(segment: Segment, { rounds, lenses }: SegmentChange): number {
  if (rounds !== undefined || lenses === undefined) return rounds ?? segment.rounds;
  const all = Math.max(1, lenses.length);
  return segment.rounds >= segment.lenses.length ? all : Math.min(all, segment.rounds);
}

/** Once it has begun its plan is what it was: it was given more since, or less. */
function plannedMinutes(state: StageState, { id, minutes }: Segment, budgetMs: number | undefined): number {
  if (budgetMs === undefined || hasBegun(state, id)) return minutes;
  return Math.max(1, Math.round(budgetMs / minuteMs));
}

/**
 * Undefined where it stays, null for a segment that is over. One that has begun keeps what it has used, and one that
 * people went back from at least a minute.
 */
function newBudgetMs(
  state: StageState,
  segment: Segment,
  { minutes }: SegmentChange,
  now: number,
): number | null | undefined {
  const run = state.runs[segment.id];
  if (minutes === undefined || !run) return undefined;
  const wanted = minutes * minuteMs;
  const begun = hasBegun(state, segment.id);
  if (wanted === run.budgetMs && (begun || minutes === segment.minutes)) return undefined;
  if (run.status === 'done' || run.status === 'skipped') return null;
  if (!begun) return wanted;
  const spare = remainingMs(state, segment, now) - (run.status === 'active' ? 0 : minuteMs);
  return Math.max(wanted, run.budgetMs - Math.max(0, spare));
}
