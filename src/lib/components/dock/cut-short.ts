/** Questions that going on, or closing the room, would end before everybody has answered. */
import { openPolls } from '#domain/stage/polls.ts';
import type { Poll, StageState } from '#domain/stage/state.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

export type Leaving = 'topic' | 'part';

/** A vote is counted only when its part is left, not between topics; what a bell asked is dropped by both. */
export function endingPolls(stage: StageState, leaving: Leaving): readonly Poll[] {
  const isLeft = (segment: string | null) => leaving === 'part' && segment === stage.current;
  return openPolls(stage).filter(
    ({ question, segment }) => question === 'keep-talking' || (question === 'vote' && isLeft(segment)),
  );
}

/** Somebody who may answer has not yet. */
export function cutsShort(room: RoomView, stage: StageState, leaving: Leaving): boolean {
  return endingPolls(stage, leaving).some((poll) => isMissing(room, poll));
}

/** Closing ends every open question, wherever it was asked. */
export function unheardPolls(room: RoomView, stage: StageState): readonly Poll[] {
  return openPolls(stage).filter((poll) => isMissing(room, poll));
}

/** Until it is known how many have answered, somebody may be missing. */
function isMissing(room: RoomView, poll: Poll): boolean {
  const answers = room.polls.answersOf(poll.id);
  return answers === null || answers.answered < answers.of;
}
