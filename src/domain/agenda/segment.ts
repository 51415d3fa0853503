import type { LensId, PromptId, SegmentId } from '#protocol/ids.ts';

export const activities = [
  'check-in',
  'follow-up',
  'wins',
  'gather',
  'group',
  'vote',
  'discuss',
  'decide',
  'read',
  'timeline',
  'close',
  'talk',
] as const;
export type Activity = (typeof activities)[number];

/** When notes become visible: `open` as they are added, `reveal` all at once by the facilitator, `none` no notes. */
export type RevealPolicy = 'open' | 'reveal' | 'none';

export interface Prompt {
  readonly id: PromptId;
  readonly name: string;
  readonly question: string;
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
}

/** Notes of it are wins: they thank people, and stand on the record by themselves. */
export function isThanks({ activity }: Pick<Segment, 'activity'>): boolean {
  return activity === 'wins' || activity === 'close';
}

/** `parallel`: everybody the same lens each round. `distributed`: all lenses at once, rotating. */
export type RoundMode = 'parallel' | 'distributed';
