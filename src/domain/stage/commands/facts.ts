import type { Ballot } from '#protocol/ballots.ts';
import type { ErrorCode, Outcome } from '#protocol/errors.ts';
import type {
  ActionId,
  NoteId,
  PollId,
  PositionId,
  Role,
  SeatId,
  SegmentId,
  TopicId,
} from '#protocol/ids.ts';
import type { StageEvent } from '../events.ts';
import type { OpenItem } from '../state.ts';

/** What the rules need to know beside the stage. */
export interface Facts {
  /** Server time, ms since the epoch. */
  readonly now: number;
  /** Of whoever asks, as it is now. */
  readonly role: Role;
  readonly seat: SeatId;
  /** Seats in the room that were connected in the last minute. */
  readonly connected: readonly SeatId[];
  /** Server ms since when no facilitator is connected; null while one is. */
  readonly leaderlessSince: number | null;
  /** Notes that stand on the board. */
  readonly notes: ReadonlySet<NoteId>;
  /** Segments that notes on the board belong to: they cannot be taken from them. */
  readonly written: ReadonlySet<SegmentId>;
  /** What the committed board and the stage still lack. */
  readonly openItems: readonly OpenItem[];
  /** What can be voted on and discussed, in the order of the board; lone notes under their own id. */
  readonly topics: readonly TopicFact[];
  /** Whether the board takes one more topic. */
  readonly hasTopicSpace: boolean;
  readonly actions: ReadonlyMap<ActionId, WordFact>;
  readonly positions: ReadonlyMap<PositionId, WordFact>;
  /** Of an open poll, as given so far. */
  readonly ballotsOf: (poll: PollId) => ReadonlyMap<SeatId, Ballot>;
  /** An id that nothing has yet; the same for every call within one command. */
  readonly freshId: string;
}

export interface TopicFact {
  readonly id: TopicId;
  /** As typed, or empty. Words of its notes are kept by no event: their authors may still withdraw them. */
  readonly title: string;
  readonly merged: readonly TopicId[];
}

/**
 * Whose word is asked for, null where it is nobody with a seat, and on what: its SHA-256, hex, or null where it says
 * nothing that could be confirmed.
 */
export interface WordFact {
  readonly seat: SeatId | null;
  readonly hash: string | null;
}

export type Handled = Outcome<{ events: StageEvent[] }>;

export function accept(...events: StageEvent[]): Handled {
  return { ok: true, events };
}

export function refuse(code: ErrorCode): Handled {
  return { ok: false, code };
}
