/** Which parts of a record belong to the review of an incident. */
import type { RecordedSegment, RecordedWin } from './room-record.ts';

/** What made the incident possible or worse is gathered. */
export function isGathered({ activity }: Pick<RecordedSegment, 'activity'>): boolean {
  return activity === 'gather';
}

/** For what comes after the review, where gathered notes stand already. Where people looked is still to be told. */
export function withoutGathered(segment: RecordedSegment): RecordedSegment {
  return isGathered(segment) ? { ...segment, notes: [], revealed: null, unanswered: [] } : segment;
}

/** What saved us that we can not rely on: known by the name of its question, as agendas call it. */
export function isLuck({ prompt }: Pick<RecordedWin, 'prompt'>): boolean {
  return /luck/i.test(prompt ?? '');
}
