/** The agenda as it stands on the stage: what each segment needs beside its plan. All pure. */
import type { RoomFormat } from '#protocol/http.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { readSegment, type Segment, type StoredSegment } from '../agenda/segment.ts';
import { newDiscussion } from './discussions.ts';
import type { EventOf } from './events.ts';
import { mayBeParallel } from './gathering.ts';
import { newGather } from './gathers.ts';
import { newRun, noteExtension } from './runs.ts';
import { withRun } from './segment-parts.ts';
import type { Discussion, Gather, SegmentRun, StageState } from './state.ts';
import { replan } from './stays.ts';

type Plan = Pick<StageState, 'segments' | 'runs' | 'gathers' | 'discussions'>;
type Budgets = EventOf<'agendaSet'>['budgets'];

export function newPlan(stored: readonly StoredSegment[], people: number): Plan {
  const segments = stored.map(readSegment);
  const none: Plan = { segments: [], runs: {}, gathers: {}, discussions: {} };
  return planOf(segments, people, none, {});
}

/** What has begun goes on as it is, with more or less time; what is gone from the agenda is forgotten, but for ticks. */
export function setAgenda(state: StageState, event: EventOf<'agendaSet'>): StageState {
  const { segments, budgets, title, bufferMs, at } = event;
  const ids = new Set(segments.map(({ id }) => id));
  const gone = removed(state, ids);
  const planned: StageState = {
    ...state,
    ...planOf(segments, state.people, state, budgets),
    removedSegments: gone,
    format: event.format ?? formatWith(state, segments),
    title,
    bufferMs,
    facilitatorNotes: only(state.facilitatorNotes, new Set([...ids, ...announcedIds(state)])),
    reads: only(state.reads, preReadsOf([...segments, ...gone, ...state.segments])),
  };
  return Object.entries(budgets).reduce((stage, [segment, ms]) => {
    const givenMs = ms - (stage.runs[segment]?.budgetMs ?? ms);
    const replanned = replan(stage, segment, givenMs, at);
    return hasSameMinutes(state, segments, segment)
      ? withRun(replanned, segment, (run) => noteExtension(run, givenMs))
      : replanned;
  }, planned);
}

/** Not in rooms from before the plan of a part stayed what it was once the part had begun. */
function hasSameMinutes(
  { segments: before }: StageState,
  after: readonly StoredSegment[],
  id: SegmentId,
): boolean {
  const minutesIn = (all: readonly StoredSegment[]) => all.find((segment) => segment.id === id)?.minutes;
  return minutesIn(before) === minutesIn(after);
}

/** What was replaced by mostly other parts at once is not the format any more from which the room was made. */
function formatWith({ format, segments: present }: StageState, segments: readonly Segment[]): RoomFormat {
  const kept = segments.filter(({ title, question }) =>
    present.some((segment) => segment.title === title && segment.question === question),
  );
  return kept.length * 2 < segments.length ? 'own' : format;
}

/** Nothing but its plan can be lost with it. */
export function hasBegun({ runs }: Pick<StageState, 'runs'>, segment: string): boolean {
  return (runs[segment]?.visits.length ?? 0) > 0;
}

/** What follows is free to be put in another order: no part of it has begun, and nothing behind it. */
export function firstAhead(state: Pick<StageState, 'segments' | 'runs'>): number {
  return state.segments.findLastIndex(({ id }) => hasBegun(state, id)) + 1;
}

function planOf(segments: readonly Segment[], people: number, before: Plan, budgets: Budgets): Plan {
  const runs: Record<string, SegmentRun> = {};
  const gathers: Record<string, Gather> = {};
  const discussions: Record<string, Discussion> = {};
  for (const segment of segments) {
    const { id } = segment;
    const run = before.runs[id] ?? newRun(segment);
    runs[id] = hasBegun(before, id) ? run : { ...run, budgetMs: budgets[id] ?? run.budgetMs };
    if (segment.activity === 'gather') gathers[id] = gatherFor(segment, people, before);
    if (segment.activity === 'discuss') discussions[id] = before.discussions[id] ?? newDiscussion;
  }
  return { segments, runs, gathers, discussions };
}

/** Until something was written or held in it, it follows the plan. */
function gatherFor(segment: Segment, people: number, before: Plan): Gather {
  const present = before.gathers[segment.id];
  const planned = newGather(segment, people);
  if (!present) return planned;
  const hasBegun = present.rounds.length + present.earlier.length > 0 || present.reveal.kind !== 'hidden';
  if (hasBegun) return present;
  const mayStay = present.mode === 'distributed' || mayBeParallel(segment);
  return present.modeChosen && mayStay ? { ...planned, mode: present.mode, modeChosen: true } : planned;
}

/** As many as an agenda may have; one that is back is none of them. */
function removed(state: StageState, ids: ReadonlySet<string>): readonly Segment[] {
  const gone = [...state.removedSegments, ...state.segments].filter(({ id }) => !ids.has(id));
  return gone.slice(-limits.segments);
}

/** Those of parts that are gone included, and those that one change has taken away: they may come back. */
function preReadsOf(segments: readonly Segment[]): ReadonlySet<string> {
  return new Set(segments.flatMap(({ preReads }) => preReads.map(({ id }) => id)));
}

/** The next meeting may be held by the plan as it was announced, with what was noted about it. */
function announcedIds({ announced }: StageState): readonly SegmentId[] {
  return announced?.segments.map(({ id }) => id) ?? [];
}

function only<T>(of: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).filter(([id]) => ids.has(id)));
}
