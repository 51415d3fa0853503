/** What a poll means to whoever looks at it. */
import { mayCommand } from '#domain/stage/permissions.ts';
import type { Poll, StageState } from '#domain/stage/state.ts';
import type { SeatId } from '#protocol/ids.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** Whether this page may answer: neither an observer nor somebody who only watches. */
export function mayAnswer(room: RoomView): boolean {
  return room.role !== null && mayCommand(room.role, 'castBallot');
}

/** The last poll about this question that was asked, open or counted. */
export function latestPoll(stage: StageState, question: Poll['question']): Poll | null {
  return stage.polls.findLast((poll) => poll.question === question) ?? null;
}

export interface Grant {
  readonly seat: SeatId;
  readonly name: string;
  readonly extra: number;
}

/** Who answers for people without a device, and for how many. */
export function grantsOf(stage: StageState, poll: Poll): readonly Grant[] {
  return Object.entries(poll.extra)
    .filter(([, extra]) => extra > 0)
    .map(([seat, extra]) => ({ seat, extra, name: stage.seats[seat]?.name ?? '' }));
}
