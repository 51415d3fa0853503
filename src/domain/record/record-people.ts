/**
 * Who led and who took part. Whoever was removed stands there only where something on the record is theirs: a record
 * shows nobody as sent out, and a name may be why. What they answered while they were in stays counted, so more people
 * may have answered than are named.
 */
import type { SeatId } from '#protocol/ids.ts';
import type { Owner } from '../board/owner.ts';
import type { StageState } from '../stage/state.ts';
import type { BoardContents } from './board-contents.ts';
import { saysSomething } from './record-note.ts';
import type { RoomRecord } from './room-record.ts';

export function recordPeople(
  stage: StageState,
  board: BoardContents,
): Pick<RoomRecord, 'facilitator' | 'people'> {
  const mentioned = mentionedSeats(stage, board);
  const named = Object.entries(stage.seats)
    .filter(([seat, { standing }]) => standing === 'in' || (standing === 'removed' && mentioned.has(seat)))
    .map(([, info]) => info)
    .filter(({ name, role }) => role !== 'observer' && name !== '');
  const led = named.filter(({ hasLed, standing }) => hasLed && standing === 'in');
  return {
    facilitator: led.length === 0 ? null : led.map(({ name }) => name).join(', '),
    // The name of somebody who was removed is free, and may have been taken again.
    people: [...new Set(named.map(({ name }) => name))],
  };
}

function mentionedSeats(stage: StageState, board: BoardContents): ReadonlySet<SeatId> {
  const owners = [
    ...board.actions.map(({ owner }) => owner),
    ...board.outcomes.map(({ owner }) => owner),
    ...board.positions.map(({ holder }) => holder),
  ];
  const signers = board.notes.filter(saysSomething).flatMap(({ signedBy }) => signedBy ?? []);
  const extra = stage.polls.flatMap((poll) => (poll.result ? Object.keys(poll.extra) : []));
  return new Set([...owners.flatMap(seatOfOwner), ...signers, ...extra]);
}

function seatOfOwner(owner: Owner | null): SeatId[] {
  return owner?.kind === 'seat' ? [owner.seat] : [];
}
