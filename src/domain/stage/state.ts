/**
 * The stage: one plain value that the server alone changes, by `reduce` over stored events. Times are server times in
 * ms since the epoch, durations in ms. Nobody counts down: the clock says when it ends, and everyone computes the rest.
 */
import type { OwnLens } from '#protocol/agenda.ts';
import type { PollKind, PollQuestion } from '#protocol/ballots.ts';
import type { Door } from '#protocol/commands/hold.ts';
import type {
  ActionId,
  LensId,
  NoteId,
  PollId,
  PositionId,
  PreReadId,
  Role,
  SeatId,
  SegmentId,
  TopicId,
} from '#protocol/ids.ts';
import type { RoomFormat } from '#protocol/http.ts';
import type { RoundMode, Segment } from '../agenda/segment.ts';
import type { Clock } from './clock.ts';
import type { AnnouncedPlan, PlanAsSet } from './earlier-plans.ts';

export interface StageState {
  readonly rev: number;
  readonly phase: 'lobby' | 'running' | 'closed';
  readonly title: string;
  readonly format: RoomFormat;
  /** Minutes that the meeting is to take in all: whole ones, but after a late start that keeps the announced end. */
  readonly minutes: number;
  /** What is kept free of the plan and pays first when something takes longer, ms. */
  readonly bufferMs: number;
  /** The same, with what it has paid since the plan last said so. */
  readonly plannedBufferMs: number;
  readonly asSet: PlanAsSet;
  /** Null before the meeting begins. */
  readonly announced: AnnouncedPlan | null;
  /** Whether notes carry their authors' names. Chosen when the room is made, and never changed. */
  readonly named: boolean;
  /** Title of the meeting that this one continues. */
  readonly continues: string | null;
  /** Perspectives of the team's own, beside those of the catalogue. */
  readonly ownLenses: readonly OwnLens[];
  /** When it is to begin, server ms, and the IANA time zone in which that was said. */
  readonly plannedStart: { readonly at: number; readonly zone: string } | null;
  readonly expected: readonly ExpectedPerson[];
  /** Who has ticked which pre-read. */
  readonly reads: Readonly<Record<PreReadId, readonly SeatId[]>>;
  /** Where people may write before the meeting, and until when (server ms). Past that moment it is over. */
  readonly early: { readonly segments: readonly SegmentId[]; readonly until: number } | null;
  /** Where they ever might: what was added there goes nowhere before the meeting gets there. */
  readonly writtenAhead: readonly SegmentId[];
  /** Whoever could write while people might: they are counted from then on, whatever role they get. */
  readonly writersAhead: readonly SeatId[];
  /** For facilitators; empty for everybody else. */
  readonly facilitatorNotes: Readonly<Record<SegmentId, string>>;
  readonly door: Door;
  /** Since when (server ms) only facilitators write on the board; null while everybody does. */
  readonly boardLockedAt: number | null;
  /** Who asks to facilitate because nobody does, and until when (server ms) the others can object. */
  readonly succession: { readonly seat: SeatId; readonly until: number } | null;
  readonly hiddenNotes: readonly NoteId[];
  /** How safe it is to speak, as a topic of its own; null where nobody made it one. */
  readonly safetyTopic: TopicId | null;
  /** How many people the facilitator expects. */
  readonly people: number;
  readonly openedAt: number;
  readonly startedAt: number | null;
  readonly closedAt: number | null;
  readonly segments: readonly Segment[];
  /** Taken off the agenda before they began, the last one last: until it is put back, nothing refers to them. */
  readonly removedSegments: readonly Segment[];
  /** What the last change of the agenda can be undone to; null where something else has changed since. */
  readonly agendaBefore: AgendaBefore | null;
  readonly runs: Readonly<Record<SegmentId, SegmentRun>>;
  /** The segment the meeting is in; null before the start. */
  readonly current: SegmentId | null;
  readonly clock: Clock;
  readonly seats: Readonly<Record<SeatId, SeatInfo>>;
  readonly gathers: Readonly<Record<SegmentId, Gather>>;
  readonly facilitatorWrites: boolean;
  /** The last *Bring everyone here*: followers who are not typing move, the others get a button. */
  readonly brought: { readonly at: number; readonly segment: SegmentId } | null;
  /** What was unfinished when the room was closed anyway; empty when all was in order. */
  readonly openItems: readonly OpenItem[];
  /** Why it was closed anyway, in the facilitator's words; null when all was in order. */
  readonly whyOpen: string | null;
  /** In the order in which they were opened. Those that were cancelled are gone. */
  readonly polls: readonly Poll[];
  /** One for each `discuss` segment. */
  readonly discussions: Readonly<Record<SegmentId, Discussion>>;
  /** Whose word an action has. It holds for the action as it read then. */
  readonly consents: Readonly<Record<ActionId, Consent>>;
  /** Whose word a position has, likewise. */
  readonly confirmations: Readonly<Record<PositionId, Consent>>;
}

/** A secret question. Ballots are in the store; until it closes nothing here depends on one. */
export interface Poll {
  readonly id: PollId;
  readonly kind: PollKind;
  readonly question: PollQuestion;
  /** In which it was opened; null before the start. */
  readonly segment: SegmentId | null;
  /** What a fist of five or *keep talking* is about; null for all others. */
  readonly topic: TopicId | null;
  /** Of a vote: the topics there were when it opened. Empty for all others. */
  readonly options: readonly { readonly topic: TopicId; readonly name: string }[];
  /** Votes of each ballot, and how many of them may go to one topic; 0 where there are no options. */
  readonly budget: number;
  readonly cap: number;
  /** Further ballots that a seat holds for people in the room without a device. */
  readonly extra: Readonly<Record<SeatId, number>>;
  readonly openedAt: number;
  /** Null while people answer. */
  readonly result: PollResult | null;
}

export interface PollResult {
  readonly closedAt: number;
  /** Seats whose ballot counted. */
  readonly answered: number;
  /** Ballots that counted, those held for others included. */
  readonly ballots: number;
  /** Votes by topic, or ballots by choice, those with none left out. Null where so few answered that it would tell who. */
  readonly counts: Readonly<Record<string, number>> | null;
}

/** Talking topics through, one at a time. */
export interface Discussion {
  /** As the facilitator put them; topics that are not here follow, by votes. */
  readonly order: readonly TopicId[];
  /** Each turn of a topic; the last one runs, or ran last. */
  readonly turns: readonly TopicTurn[];
  /** Turns before the segment was repeated. */
  readonly earlier: readonly TopicTurn[];
  /** What went by in the segment while no topic was on. */
  readonly withoutMs: number;
}

export interface TopicTurn {
  readonly topic: TopicId;
  readonly budgetMs: number;
  /** How often this turn was given more time. */
  readonly extensions: number;
}

/** Who gave their word, and on what: the SHA-256 (hex) of what they read. */
export interface Consent {
  readonly seat: SeatId;
  readonly hash: string;
}

/** A plan to go back to. */
export interface AgendaBefore extends Pick<
  StageState,
  'title' | 'format' | 'segments' | 'runs' | 'gathers' | 'bufferMs' | 'asSet' | 'facilitatorNotes' | 'early'
> {
  /** The revision of the change that can be undone. */
  readonly rev: number;
  /** What that change left of the early window; another one is somebody else's, or its time has come. */
  readonly earlyLeft: StageState['early'];
}

export interface SegmentRun {
  readonly status: 'waiting' | 'active' | 'done' | 'skipped';
  /** What the plan gives this segment now: planned minutes plus extensions, less what it paid for others. */
  readonly budgetMs: number;
  /** What was added because somebody asked for it once it had begun, less what they took from it. */
  readonly extendedMs: number;
  /** What its clock showed when it was last left, negative when over; null before that. Going back goes on from here. */
  readonly leftMs: number | null;
  /** Each stay in the segment, for planned against actual. `until` null while it is active. Pauses are inside. */
  readonly visits: readonly {
    readonly from: number;
    readonly until: number | null;
    readonly pausedMs: number;
  }[];
}

export interface SeatInfo {
  readonly name: string;
  readonly role: Role;
  /** `waiting` at the door, `removed` for good, or in. Only who is in takes part. */
  readonly standing: 'in' | 'waiting' | 'removed';
  /** Has facilitated in this room, and may take that back. */
  readonly hasLed: boolean;
  /** Only because nobody else did; until somebody who leads otherwise makes this seat a facilitator, or a link does. */
  readonly acting: boolean;
}

/** Somebody the meeting needs, and why. */
export interface ExpectedPerson {
  readonly name: string;
  readonly reason: string;
}

export interface Gather {
  /** How the next round will run. What runs now says so itself. */
  readonly mode: RoundMode;
  /** Whether the facilitator chose it; otherwise it follows how many people write when the first round begins. */
  readonly modeChosen: boolean;
  /** The last one is the one that runs, or ran last. */
  readonly rounds: readonly Round[];
  /** How many rounds there will be: as planned, or fewer where notes were revealed after leaving early. */
  readonly roundsDue: number;
  /** Rounds held before the segment was repeated. Who has held a lens is never forgotten. */
  readonly earlier: readonly Round[];
  /** `hidden` until asked; `counting` can still be cancelled; once `revealed` it cannot be undone. */
  readonly reveal:
    | { readonly kind: 'hidden' }
    | { readonly kind: 'counting'; readonly revealAt: number }
    | {
        readonly kind: 'revealed';
        readonly at: number;
        /** Lenses that at least three seats had held and may stand on notes. */
        readonly shown: readonly LensId[];
        /** Lenses somebody held and nobody wrote for: a finding. Only named where the lens may be shown. */
        readonly unanswered: readonly LensId[];
        /** Asked again, for notes written since: when these will be published. Null while nobody asks. */
        readonly againAt: number | null;
      };
}

export interface Round {
  readonly mode: RoundMode;
  /** Which lens each seat holds in this round: as dealt when it began or the seat arrived, or passed and swapped since. */
  readonly held: Readonly<Record<SeatId, LensId>>;
  readonly budgetMs: number;
  /** Who has asked whom to swap lenses. */
  readonly offers: Readonly<Record<SeatId, SeatId>>;
  /** What seats held earlier in this round and gave away, oldest first; seats that kept theirs are missing. */
  readonly givenAway: Readonly<Record<SeatId, readonly LensId[]>>;
}

export interface OpenItem {
  /** `topic`: discussed, and left without an outcome. `earlier`: an action of the meeting before. */
  readonly kind: 'action' | 'decision' | 'spike' | 'escalation' | 'let-go' | 'topic' | 'earlier';
  /** Of the action, the outcome, the topic or the earlier action. */
  readonly id: string;
  readonly title: string;
  readonly lacks: readonly Lack[];
}

/**
 * `title`: its first words. `consent`: the owner has not taken it as it reads now. `position`: none is confirmed. `aim`:
 * of what follows from an incident. `why`: an earlier action was dropped without a reason.
 */
export type Lack =
  'owner' | 'due' | 'aim' | 'title' | 'consent' | 'reconvene' | 'position' | 'outcome' | 'why';
