/** Whether somebody may answer a poll, now, in this way. Pure; whoever keeps the ballots does the rest. */
import type { Ballot } from '#protocol/ballots.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { PollId, Role, SeatId } from '#protocol/ids.ts';
import { mayCommand } from '../stage/permissions.ts';
import { isOpen, pollOf } from '../stage/polls.ts';
import type { StageState } from '../stage/state.ts';
import { checkBallot } from './ballot.ts';

/** `ballot` null takes back what was answered before. A poll that was cancelled is gone. */
export function acceptBallot(
  state: StageState,
  seat: SeatId,
  role: Role,
  id: PollId,
  ballot: Ballot | null,
): Outcome {
  if (!mayCommand(role, 'castBallot')) return { ok: false, code: 'not-yours-to-do' };
  const poll = pollOf(state, id);
  if (!poll) return { ok: false, code: 'poll-gone' };
  if (!isOpen(poll) || state.phase === 'closed') return { ok: false, code: 'poll-closed' };
  return ballot === null ? { ok: true } : checkBallot(poll, seat, ballot);
}
