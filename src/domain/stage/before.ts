/** What is known before the meeting: ticks at pre-reads, and the early window. All pure; times are server ms. */
import type { SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import type { EventOf, StageEvent } from './events.ts';
import { writingSeats } from './gathering.ts';
import type { StageState } from './state.ts';

export function markRead(state: StageState, { preRead, seat, read }: EventOf<'preReadMarked'>): StageState {
  const others = (state.reads[preRead] ?? []).filter((other) => other !== seat);
  return { ...state, reads: { ...state.reads, [preRead]: read ? [...others, seat] : others } };
}

export function openEarly(state: StageState, { segments, until }: EventOf<'earlyOpened'>): StageState {
  const writtenAhead = [...new Set([...state.writtenAhead, ...segments])];
  return { ...state, early: { segments, until }, writtenAhead };
}

/** After every change: a role that is given, or facilitators who do not write any more, take nobody out of it. */
export function withWritersAhead(state: StageState): StageState {
  if (state.early === null) return state;
  const others = writingSeats(state).filter((seat) => !state.writersAhead.includes(seat));
  return others.length === 0 ? state : { ...state, writersAhead: [...state.writersAhead, ...others] };
}

/** After the agenda changed: nobody writes ahead for a part that is gone, or has no notes any more. */
export function withoutGone(state: StageState): StageState {
  const takesNotes = new Set(state.segments.filter(mayBeEarly).map(({ id }) => id));
  const segments = state.early?.segments.filter((segment) => takesNotes.has(segment)) ?? [];
  return { ...state, early: state.early && segments.length > 0 ? { ...state.early, segments } : null };
}

/** Whether people could write for it before the meeting. */
export function mayBeEarly({ activity, policy }: Pick<Segment, 'activity' | 'policy'>): boolean {
  return (activity === 'gather' || activity === 'wins') && policy !== 'none';
}

/** Whether people may write for it now, before the meeting. */
export function isEarly(state: StageState, segment: SegmentId, now: number): boolean {
  const { early } = state;
  return early !== null && now < early.until && early.segments.includes(segment);
}

/** Whether the meeting is to begin before its time has come: then its start is the end. */
export function endsWithStart({ early, plannedStart }: Pick<StageState, 'early' | 'plannedStart'>): boolean {
  return early !== null && plannedStart !== null && plannedStart.at < early.until;
}

/** What was written ahead for it is held back: nobody reads it before the meeting gets there. */
export function isAhead(state: Pick<StageState, 'writtenAhead' | 'runs'>, segment: SegmentId): boolean {
  return state.writtenAhead.includes(segment) && state.runs[segment]?.visits.length === 0;
}

/** Closes the window when its time has come. Called too early it does nothing; called late, it catches up. */
export function endEarly({ early }: StageState, now: number): StageEvent[] {
  return early !== null && early.until <= now ? [{ at: now, type: 'earlyClosed' }] : [];
}
