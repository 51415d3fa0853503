/** One command, inside a turn: first answer again, or may they, does the stage allow it, what follows from it. */
import { acceptBallot } from '../../src/domain/ballots/casting.ts';
import { handle } from '../../src/domain/stage/handle.ts';
import type { Command, CommandAck, CommandFrame } from '../../src/protocol/commands.ts';
import type { Role } from '../../src/protocol/ids.ts';
import type { Visit } from '../rooms/entrance.ts';
import { makeIncidentParts } from '../rooms/incident-parts.ts';
import { followAgenda } from '../rooms/letting-go.ts';
import { emptyAllPublished, publishAhead } from '../rooms/publication.ts';
import { changeSeats } from '../rooms/seat-changes.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';
import { changeBoard } from './board-changes.ts';
import { factsOf } from './facts.ts';
import { makeTopicsNamed } from './named-topics.ts';

type CastBallot = Extract<Command, { type: 'castBallot' }>;

export function obey(visit: Visit, turn: Turn, frame: CommandFrame, chance: Chance): CommandAck {
  const { room, seat } = visit;
  const { cmdId } = frame;
  const role = visit.role();
  if (role === null) return { ok: false, code: 'no-seat' };
  const before = room.answers.to(seat, cmdId);
  if (before) return before;
  const ack = carryOut(visit, turn, role, frame, chance);
  // A stored answer to a ballot would say who voted, and how often, when the ballots themselves are long erased.
  if (ack.ok && frame.command.type !== 'castBallot') room.answers.keep(turn, seat, cmdId, ack);
  else room.answers.keepForNow(seat, cmdId, ack);
  return ack;
}

/** Nobody is told by an event, and no revision is made: until the poll closes nothing may depend on a ballot. */
function cast({ room, seat }: Visit, turn: Turn, role: Role, { poll, ballot }: CastBallot): CommandAck {
  const accepted = acceptBallot(turn.stage, seat, role, poll, ballot);
  if (!accepted.ok) return accepted;
  room.ballots.cast(turn, poll, seat, ballot);
  return { ok: true, rev: turn.stage.rev };
}

function carryOut(
  visit: Visit,
  turn: Turn,
  role: Role,
  { expectedRev, command }: CommandFrame,
  chance: Chance,
): CommandAck {
  if (expectedRev !== undefined && expectedRev !== turn.stage.rev) return { ok: false, code: 'conflict' };
  if (command.type === 'castBallot') return cast(visit, turn, role, command);
  const outcome = handle(turn.stage, command, factsOf(visit, turn, role, chance));
  if (!outcome.ok) return outcome;
  turn.emit(outcome.events);
  makeTopicsNamed(visit.room, outcome.events);
  changeSeats(visit.room, turn, outcome.events);
  changeBoard(visit.room, turn, outcome.events, chance);
  for (const event of outcome.events)
    if (event.type === 'segmentEntered') publishAhead(visit.room, turn, event.segment, chance);
  followAgenda(visit.room, turn, outcome.events, chance);
  if (outcome.events.some(({ type }) => type === 'agendaSet')) makeIncidentParts(visit.room, turn.stage);
  if (turn.stage.phase === 'closed') emptyAllPublished(visit.room);
  return { ok: true, rev: turn.stage.rev };
}
