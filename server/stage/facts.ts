/** What the rules need to know beside the stage: who asks, who is here, and what the room holds at this moment. */
import type { Action } from '../../src/domain/board/board.ts';
import { withoutBlank } from '../../src/domain/board/topic-arrangement.ts';
import type { Position, Topic } from '../../src/domain/board/topic.ts';
import type { Facts, WordFact } from '../../src/domain/stage/commands/facts.ts';
import { actionHash, hasWords, positionHash, seatOf } from '../../src/domain/stage/given-words.ts';
import { gatheredNotes } from '../../src/domain/stage/gathered-notes.ts';
import { openItems } from '../../src/domain/stage/open-items.ts';
import { isIn } from '../../src/domain/stage/standing.ts';
import type { ActionId, PositionId, Role } from '../../src/protocol/ids.ts';
import type { Visit } from '../rooms/entrance.ts';
import { newId, type Chance } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';

/** Seats that were connected this recently take part in the next round. */
const recentlyMs = 60_000;

export function factsOf({ room, seat }: Visit, turn: Turn, role: Role, chance: Chance): Facts {
  const parts = room.parts();
  const notes = parts.board.readNotes();
  const topics = withoutBlank(parts.topics.readTopics(gatheredNotes(turn.stage, notes)));
  const actions = parts.board.readActions();
  const outcomes = parts.outcomes.readOutcomes();
  const positions = parts.outcomes.readPositions();
  const earlier = parts.earlier.readEarlier();
  return {
    now: turn.now,
    seat,
    role,
    connected: room.attendance.connectedWithin(recentlyMs, turn.now).filter((one) => isIn(turn.stage, one)),
    leaderlessSince: room.leadership.leaderlessSince,
    notes: new Set(notes.map(({ id }) => id)),
    written: new Set(notes.map(({ segment }) => segment)),
    openItems: openItems(turn.stage, { topics: topics.map(titled), outcomes, positions, actions, earlier }),
    topics,
    hasTopicSpace: !parts.topics.isFull(),
    actions: actionWords(actions),
    positions: positionWords(positions),
    ballotsOf: (poll) => room.ballots.given(poll),
    freshId: newId(chance),
  };
}

/** Called by nothing but its title: what is open when the room closes is kept, and notes may still be withdrawn. */
function titled(topic: Topic): Topic {
  return { ...topic, name: topic.title };
}

function actionWords(actions: readonly Action[]): ReadonlyMap<ActionId, WordFact> {
  return new Map(
    actions.map((action) => [action.id, { seat: seatOf(action.owner), hash: actionHash(action) }]),
  );
}

function positionWords(positions: readonly Position[]): ReadonlyMap<PositionId, WordFact> {
  return new Map(
    positions.map((position) => [
      position.id,
      {
        seat: seatOf(position.holder),
        hash: hasWords(position.text) ? positionHash(position) : null,
      },
    ]),
  );
}
