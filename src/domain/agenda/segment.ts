import type { Activity, CheckInRound, RevealPolicy } from '#protocol/agenda.ts';
import type { LensId, PreReadId, PromptId, SegmentId } from '#protocol/ids.ts';

export { activities } from '#protocol/agenda.ts';
export type { Activity, CheckInRound, RevealPolicy } from '#protocol/agenda.ts';

export interface Prompt {
  readonly id: PromptId;
  readonly name: string;
  readonly question: string;
}

export interface PreRead {
  readonly id: PreReadId;
  readonly title: string;
  /** http, https or mailto; empty where the words are here. */
  readonly link: string;
  readonly text: string;
}

/** One step of the agenda as planned. What happened to it is in the stage. */
export interface Segment {
  readonly id: SegmentId;
  readonly activity: Activity;
  readonly title: string;
  /** What the room should know or have when this ends. */
  readonly question: string;
  /** Planned whole minutes. */
  readonly minutes: number;
  readonly policy: RevealPolicy;
  /** Perspectives of a `gather` segment; empty where it has prompts. */
  readonly lenses: readonly LensId[];
  /** How many turns of holding lenses; 1 for everything that has none. */
  readonly rounds: number;
  readonly prompts: readonly Prompt[];
  readonly preReads: readonly PreRead[];
  /** Of a check-in: what everybody is asked for. */
  readonly checkIn: CheckInRound;
}

/** As it was stored before segments had all of these. */
export type StoredSegment = Omit<Segment, 'preReads' | 'checkIn'> & Partial<Segment>;

export function readSegment(stored: StoredSegment): Segment {
  return { ...stored, preReads: stored.preReads ?? [], checkIn: stored.checkIn ?? 'none' };
}

/** Notes of it are wins: they thank people, and stand on the record by themselves. */
export function isThanks({ activity }: Pick<Segment, 'activity'>): boolean {
  return activity === 'wins' || activity === 'close';
}

/** `parallel`: everybody the same lens each round. `distributed`: all lenses at once, rotating. */
export type RoundMode = 'parallel' | 'distributed';
