/** What the rules need to know beside the stage: who asks, who is here, and what the room holds at this moment. */
import type { Facts, TopicFact, WordFact } from '../../src/domain/stage/commands/facts.ts';
import { openItems } from '../../src/domain/stage/open-items.ts';
import type { OpenItem } from '../../src/domain/stage/state.ts';
import type { Ballot } from '../../src/protocol/ballots.ts';
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import type { Visit } from '../rooms/entrance.ts';
import type { Room } from '../rooms/room.ts';
import { newId, type Chance } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';

/** Seats that were connected this recently take part in the next round. */
const recentlyMs = 60_000;

export function factsOf({ room, seat }: Visit, turn: Turn, role: Role, chance: Chance): Facts {
  return {
    now: turn.now,
    seat,
    role,
    connected: room.attendance.connectedWithin(recentlyMs, turn.now),
    openItems: openItemsOf(room),
    topics: topicsOf(),
    actions: actionWords(),
    positions: positionWords(),
    ballotsOf: () => ballotsOf(),
    freshId: newId(chance),
  };
}

function openItemsOf(room: Room): readonly OpenItem[] {
  const board = room.board();
  return openItems(board.readActions(), board.readDecisions());
}

function topicsOf(): readonly TopicFact[] {
  return [];
}

function actionWords(): ReadonlyMap<string, WordFact> {
  return new Map();
}

function positionWords(): ReadonlyMap<string, WordFact> {
  return new Map();
}

function ballotsOf(): ReadonlyMap<SeatId, Ballot> {
  return new Map();
}
