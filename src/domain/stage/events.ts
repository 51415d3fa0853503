/** What happened on the stage, as stored and as cast. Every event carries all that `reduce` needs; none is ever changed. */
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
import type { OwnLens } from '#protocol/agenda.ts';
import type { Door } from '#protocol/commands/hold.ts';
import type { RoundMode, Segment, StoredSegment } from '../agenda/segment.ts';
import type { PlanAsSet } from './earlier-plans.ts';
import type { ExpectedPerson, OpenItem, Poll, PollResult } from './state.ts';

export type StageEvent = { readonly at: number } & (
  | {
      readonly type: 'roomOpened';
      readonly title: string;
      readonly format: RoomFormat;
      readonly minutes: number;
      readonly people: number;
      readonly segments: readonly StoredSegment[];
      /** Whole minutes kept free; rooms from before there was a buffer do not say, nor do the next two. */
      readonly buffer?: number;
      /** Whether notes carry their authors' names. */
      readonly named?: boolean;
      /** The title of the meeting that this one continues. */
      readonly continues?: string | null;
      readonly lenses?: readonly OwnLens[];
      /** By what fits divide the time, where minutes are those of a format that was fitted already. */
      readonly weights?: Readonly<Record<SegmentId, number>>;
    }
  | {
      readonly type: 'seatTaken';
      readonly seat: SeatId;
      readonly name: string;
      readonly role: Role;
      /** At the door, until a facilitator answers; others than facilitators are not told the name. */
      readonly waits?: boolean;
    }
  /** What an earlier meeting left open was taken over; its title where that is known. */
  | { readonly type: 'earlierBrought'; readonly continues: string | null }
  | { readonly type: 'seatRenamed'; readonly seat: SeatId; readonly name: string }
  | { readonly type: 'seatRaised'; readonly seat: SeatId; readonly role: Role }
  /** By a facilitator, or because nobody objected. */
  | {
      readonly type: 'seatRoleSet';
      readonly seat: SeatId;
      readonly role: 'facilitator' | 'participant';
      /** Somebody else took the role away: then it cannot be taken back. */
      readonly forGood?: boolean;
      /** Facilitates for now, since nobody does, or by the word of somebody who does so for now. */
      readonly acting?: boolean;
    }
  | { readonly type: 'facilitationAsked'; readonly seat: SeatId; readonly until: number }
  | { readonly type: 'facilitationDropped' }
  | { readonly type: 'seatRemoved'; readonly seat: SeatId }
  | { readonly type: 'doorSet'; readonly door: Door }
  | {
      readonly type: 'knockAnswered';
      readonly seat: SeatId;
      readonly admit: boolean;
      /** Of somebody who is let in: until now facilitators alone knew it. */
      readonly name?: string;
    }
  | { readonly type: 'boardLocked'; readonly locked: boolean }
  | { readonly type: 'noteHidden'; readonly note: NoteId }
  /** Several people do not feel safe to speak: the server makes that a topic on the board. */
  | { readonly type: 'safetyTopicMade'; readonly topic: TopicId; readonly title: string }
  /** The whole plan as it is from now on. Runs of segments that are gone are forgotten, new ones begin. */
  | {
      readonly type: 'agendaSet';
      readonly segments: readonly Segment[];
      /** What segments may take from now on, ms; the others as before, new ones their planned minutes. */
      readonly budgets: Readonly<Record<SegmentId, number>>;
      readonly bufferMs: number;
      readonly title: string;
      /** Where it comes back with an agenda; otherwise it follows from what is replaced. */
      readonly format?: RoomFormat;
      /** What counts as set by hand from now on; left out where all of this is. */
      readonly asSet?: PlanAsSet;
    }
  /** For facilitators; others are sent it with empty notes. */
  | {
      readonly type: 'segmentNotesSet';
      readonly segment: SegmentId;
      readonly notes: string;
      /** It belongs to the agenda that was set just before. */
      readonly withAgenda?: boolean;
    }
  | { readonly type: 'goalSet'; readonly minutes: number }
  | { readonly type: 'bufferSet'; readonly bufferMs: number }
  | { readonly type: 'lensPut'; readonly lens: OwnLens }
  | { readonly type: 'lensDropped'; readonly lens: LensId }
  | {
      readonly type: 'startPlanned';
      readonly start: { readonly at: number; readonly zone: string } | null;
    }
  | { readonly type: 'expectedSet'; readonly people: readonly ExpectedPerson[] }
  | {
      readonly type: 'preReadMarked';
      readonly preRead: PreReadId;
      readonly seat: SeatId;
      readonly read: boolean;
    }
  | { readonly type: 'earlyOpened'; readonly segments: readonly SegmentId[]; readonly until: number }
  | { readonly type: 'earlyClosed' }
  /** What is changed for a late start comes after it. Older rooms, where it came before, do not say when the end was to be. */
  | { readonly type: 'meetingStarted'; readonly endsAt?: number }
  | {
      readonly type: 'segmentEntered';
      readonly segment: SegmentId;
      readonly how: 'start' | 'next' | 'back' | 'repeat';
      /** The time for this stay; for `gather` with all rounds still to come in it. */
      readonly budgetMs: number;
    }
  | { readonly type: 'segmentLeft'; readonly segment: SegmentId; readonly as: 'done' | 'skipped' | 'waiting' }
  | { readonly type: 'clockPaused' }
  | { readonly type: 'clockResumed' }
  | { readonly type: 'bellRang'; readonly segment: SegmentId; readonly round: number | null }
  | {
      readonly type: 'timeExtended';
      readonly segment: SegmentId;
      readonly ms: number;
      /** Later segments that give the time, in order; what they cannot give moves the end of the meeting. */
      readonly payers: readonly { readonly segment: SegmentId; readonly ms: number }[];
      /** What the buffer gives, before anybody else. */
      readonly bufferMs?: number;
    }
  | { readonly type: 'roundModeSet'; readonly segment: SegmentId; readonly mode: RoundMode }
  | { readonly type: 'facilitatorWritesSet'; readonly writes: boolean }
  | {
      readonly type: 'roundStarted';
      readonly segment: SegmentId;
      /** Counted from 0; starts again when the segment is repeated. */
      readonly round: number;
      readonly mode: RoundMode;
      readonly budgetMs: number;
      readonly held: Readonly<Record<SeatId, LensId>>;
    }
  | {
      readonly type: 'lensGiven';
      readonly segment: SegmentId;
      readonly round: number;
      readonly seat: SeatId;
      readonly lens: LensId;
    }
  | {
      readonly type: 'swapOffered';
      readonly segment: SegmentId;
      readonly from: SeatId;
      /** Null where it is taken back or declined. */
      readonly to: SeatId | null;
    }
  | { readonly type: 'revealAsked'; readonly segment: SegmentId; readonly revealAt: number }
  | { readonly type: 'revealCancelled'; readonly segment: SegmentId }
  | {
      readonly type: 'notesRevealed';
      readonly segment: SegmentId;
      readonly shown: readonly LensId[];
      readonly unanswered: readonly LensId[];
    }
  | { readonly type: 'everyoneBrought'; readonly segment: SegmentId }
  /** `id` alone names it from now on; ballots are never in an event. */
  | { readonly type: 'pollOpened'; readonly poll: Omit<Poll, 'openedAt' | 'extra' | 'result'> }
  | {
      readonly type: 'voteBudgetSet';
      readonly poll: PollId;
      readonly budget: number;
      readonly cap: number;
    }
  | {
      readonly type: 'ballotsGranted';
      readonly poll: PollId;
      readonly seat: SeatId;
      readonly extra: number;
    }
  | { readonly type: 'pollClosed'; readonly poll: PollId; readonly result: Omit<PollResult, 'closedAt'> }
  | { readonly type: 'pollCancelled'; readonly poll: PollId }
  | { readonly type: 'topicsOrdered'; readonly segment: SegmentId; readonly order: readonly TopicId[] }
  | {
      readonly type: 'topicOpened';
      readonly segment: SegmentId;
      readonly topic: TopicId;
      /** Its share of what the segment has left. */
      readonly budgetMs: number;
    }
  | {
      readonly type: 'actionTaken';
      readonly action: ActionId;
      readonly seat: SeatId;
      readonly hash: string;
    }
  | { readonly type: 'actionGivenBack'; readonly action: ActionId }
  | {
      readonly type: 'positionConfirmed';
      readonly position: PositionId;
      readonly seat: SeatId;
      readonly hash: string;
    }
  | { readonly type: 'positionUnconfirmed'; readonly position: PositionId }
  | {
      readonly type: 'roomClosed';
      readonly openItems: readonly OpenItem[];
      /** Null when nothing was open. */
      readonly why: string | null;
    }
  | { readonly type: 'roomReopened' }
);

export type EventOf<Type extends StageEvent['type']> = Extract<StageEvent, { type: Type }>;
