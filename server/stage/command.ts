/** One command, inside a turn: first answer again, or may they, does the stage allow it, what follows from it. */
import { handle } from '../../src/domain/stage/handle.ts';
import { openItems } from '../../src/domain/stage/open-items.ts';
import type { CommandAck, CommandFrame } from '../../src/protocol/commands.ts';
import type { Role } from '../../src/protocol/ids.ts';
import type { Visit } from '../rooms/entrance.ts';
import { emptyAllPublished } from '../rooms/publication.ts';
import type { Turn } from '../rooms/turn.ts';

/** Seats that were connected this recently take part in the next round. */
const recentlyMs = 60_000;

export function obey(visit: Visit, turn: Turn, frame: CommandFrame): CommandAck {
  const { room, seat } = visit;
  const { cmdId } = frame;
  const role = visit.role();
  if (role === null) return { ok: false, code: 'no-seat' };
  const before = room.answerTo(seat, cmdId);
  if (before) return before;
  const ack = carryOut(visit, turn, role, frame);
  if (ack.ok) room.rememberAnswer(turn, seat, cmdId, ack);
  else room.rememberRefusal(seat, cmdId, ack);
  return ack;
}

function carryOut(
  { room, seat }: Visit,
  turn: Turn,
  role: Role,
  { expectedRev, command }: CommandFrame,
): CommandAck {
  if (expectedRev !== undefined && expectedRev !== turn.stage.rev) return { ok: false, code: 'conflict' };
  if (command.type === 'castBallot') return { ok: false, code: 'wrong-moment' };
  const board = room.board();
  const outcome = handle(turn.stage, command, {
    now: turn.now,
    seat,
    role,
    connected: room.attendance.connectedWithin(recentlyMs, turn.now),
    openItems: openItems(board.readActions(), board.readDecisions()),
    topics: [],
    actions: new Map(),
    positions: new Map(),
    ballotsOf: () => new Map(),
    freshId: '',
  });
  if (!outcome.ok) return outcome;
  turn.emit(outcome.events);
  if (turn.stage.phase === 'closed') emptyAllPublished(room);
  return { ok: true, rev: turn.stage.rev };
}
