/** What topics and outcomes are, as plain values. How they are read from the board is in their neighbours. */
import type { NoteId, PositionId, TopicId } from '#protocol/ids.ts';
import type { Note } from './note.ts';
import type { Owner } from './owner.ts';

/** A group of notes that is voted on and discussed. */
export interface Topic {
  /** Of a note that nobody has grouped, the note's own id: it may be voted on as it is. */
  readonly id: TopicId;
  /** As typed; empty where nobody gave it one. */
  readonly title: string;
  /** What people see: the title, or the words of its first note. */
  readonly name: string;
  readonly notes: readonly Note[];
  /** What was said about it, then what was said about topics merged into it. */
  readonly minutes: string;
  /** Topics that count as this one since they were merged into it; never itself. */
  readonly merged: readonly TopicId[];
  /** A single note that nobody has grouped; it has no entry of its own yet. */
  readonly isLone: boolean;
  /** Nothing is in it yet, or any more, and nobody said a word about it: only those who group see it. */
  readonly isBlank: boolean;
  readonly order: number;
}

export const outcomeKinds = ['decision', 'spike', 'escalation', 'let-go'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
export const decisionStatuses = ['proposed', 'accepted', 'superseded'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** Shared texts of an outcome: those of a decision, a spike, an escalation and of letting go. */
export const outcomeTexts = [
  ...(['text', 'context', 'rejected', 'risks', 'confirmation'] as const),
  ...(['question', 'evidence'] as const),
  ...(['needed', 'whom', 'tried', 'fallback'] as const),
  'why',
] as const;
export type OutcomeText = (typeof outcomeTexts)[number];

/** Calendar days of an outcome, YYYY-MM-DD or null. */
export const outcomeDays = ['revisit', 'ends', 'reconvene', 'by'] as const;
export type OutcomeDay = (typeof outcomeDays)[number];

export type Outcome = Readonly<Record<OutcomeText, string>> &
  Readonly<Record<OutcomeDay, string | null>> & {
    /** The topic's own id, or one of its own for a decision made without a topic. */
    readonly id: string;
    readonly topic: TopicId | null;
    /** Null while nobody has chosen; the words of every kind are kept. */
    readonly kind: OutcomeKind | null;
    readonly owner: Owner | null;
    readonly status: DecisionStatus;
    /** Another outcome. */
    readonly supersededBy: string | null;
    readonly order: number;
  };

/** Considered for a decision. */
export interface Option {
  readonly id: string;
  readonly outcome: string;
  readonly title: string;
  readonly good: string;
  readonly bad: string;
  readonly order: number;
}

/** Where somebody stands in an escalation, in their own words. */
export interface Position {
  readonly id: PositionId;
  readonly outcome: string;
  readonly holder: Owner | null;
  readonly text: string;
  readonly order: number;
}

/** Three lines for readers who were not there. */
export const headlineIds = ['users', 'cost', 'need'] as const;
export type HeadlineId = (typeof headlineIds)[number];
export type Headlines = Readonly<Record<HeadlineId, string>>;

/** Of which note is it true that somebody could group it: those gathered, not those that thank. */
export type IsGroupable = (note: { readonly id: NoteId; readonly segment: string }) => boolean;
