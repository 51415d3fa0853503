/** What happened on the stage, as stored and as cast. Every event carries all that `reduce` needs; none is ever changed. */
import type {
  ActionId,
  LensId,
  PollId,
  PositionId,
  Role,
  SeatId,
  SegmentId,
  TopicId,
} from '#protocol/ids.ts';
import type { FormatId } from '#protocol/http.ts';
import type { RoundMode, Segment } from '../agenda/segment.ts';
import type { OpenItem, Poll, PollResult } from './state.ts';

export type StageEvent = { readonly at: number } & (
  | {
      readonly type: 'roomOpened';
      readonly title: string;
      readonly format: FormatId;
      readonly minutes: number;
      readonly people: number;
      readonly segments: readonly Segment[];
    }
  | { readonly type: 'seatTaken'; readonly seat: SeatId; readonly name: string; readonly role: Role }
  | { readonly type: 'seatRenamed'; readonly seat: SeatId; readonly name: string }
  | { readonly type: 'seatRaised'; readonly seat: SeatId; readonly role: Role }
  | { readonly type: 'meetingStarted' }
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
