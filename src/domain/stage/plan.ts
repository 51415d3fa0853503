/** The agenda as it stands on the stage: what each segment needs beside its plan. All pure. */
import { readSegment, type Segment, type StoredSegment } from '../agenda/segment.ts';
import { newDiscussion } from './discussions.ts';
import type { EventOf } from './events.ts';
import { newGather } from './gathers.ts';
import { newRun } from './runs.ts';
import type { Discussion, Gather, SegmentRun, StageState } from './state.ts';

type Plan = Pick<StageState, 'segments' | 'runs' | 'gathers' | 'discussions'>;

export function newPlan(stored: readonly StoredSegment[], people: number): Plan {
  const segments = stored.map(readSegment);
  const none: Plan = { segments: [], runs: {}, gathers: {}, discussions: {} };
  return planOf(segments, people, none, {});
}

/** What has begun goes on as it is; what is gone from the agenda is forgotten. */
export function setAgenda(state: StageState, event: EventOf<'agendaSet'>): StageState {
  const plan = planOf(event.segments, state.people, state, event.budgets);
  const kept = new Set(event.segments.map(({ id }) => id));
  const notes = Object.entries(state.facilitatorNotes).filter(([segment]) => kept.has(segment));
  return {
    ...state,
    ...plan,
    title: event.title,
    bufferMs: event.bufferMs,
    facilitatorNotes: Object.fromEntries(notes),
  };
}

function planOf(
  segments: readonly Segment[],
  people: number,
  before: Plan,
  budgets: EventOf<'agendaSet'>['budgets'],
): Plan {
  const runs: Record<string, SegmentRun> = {};
  const gathers: Record<string, Gather> = {};
  const discussions: Record<string, Discussion> = {};
  for (const segment of segments) {
    const run = before.runs[segment.id] ?? newRun(segment);
    runs[segment.id] = { ...run, budgetMs: budgets[segment.id] ?? run.budgetMs };
    if (segment.activity === 'gather') gathers[segment.id] = gatherFor(segment, people, before);
    if (segment.activity === 'discuss')
      discussions[segment.id] = before.discussions[segment.id] ?? newDiscussion;
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
  return present.modeChosen ? { ...planned, mode: present.mode, modeChosen: true } : planned;
}
