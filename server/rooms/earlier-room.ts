/** What a new room takes over from the one that it continues. */
import { readContents } from '../../src/domain/record/board-contents.ts';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import { openActions } from '../../src/domain/record/open-actions.ts';
import { readDue } from '../../src/domain/board/board.ts';
import { roleOf } from '../../src/domain/stage/standing.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import type { NewRoom } from '../../src/protocol/http.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import type { Room } from './room.ts';
import { newId, type Chance } from './surroundings.ts';
import type { Turn } from './turn.ts';

export interface Earlier {
  /** Null where it is not known. */
  readonly title: string | null;
  readonly actions: NewRoom['actions'];
}

/** In a turn of its own, so that all of it is on disk there. */
export function earlierOf(room: Room): Promise<Earlier> {
  return room.do(({ stage }: Turn) => ({
    title: stage.title,
    actions: openActions(buildRecord(stage, readContents(room.parts(), stage), room.id)),
  }));
}

/** Once something is taken over, people say what became of it: a second meeting would mix with the first. */
export function refusalOfEarlier(room: Room, stage: StageState, seat: SeatId): ErrorCode | null {
  if (roleOf(stage, seat) !== 'facilitator') return 'not-yours-to-do';
  if (stage.phase === 'closed') return 'room-closed';
  const hasPart = stage.segments.some(({ activity }) => activity === 'follow-up');
  return hasPart && room.parts().earlier.readEarlier().length === 0 ? null : 'conflict';
}

/** Their owners are names here: whoever they are may or may not come. */
export function takeOver(room: Room, { actions }: Earlier, chance: Chance): void {
  const earlier = room.parts().earlier;
  room.board().together(() => {
    for (const { due, ...action } of actions)
      earlier.add(newId(chance), { ...action, due: due === null ? null : readDue(due) });
  });
}
