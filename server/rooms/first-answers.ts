/** What the server first answered to each command of a room: asked again, it answers the same and does nothing. */
import type { CommandAck } from '../../src/protocol/commands.ts';
import type { RoomId, SeatId } from '../../src/protocol/ids.ts';
import type { CommandRow } from '../store/store.ts';
import type { Turn } from './turn.ts';

const mostPassing = 500;

export class FirstAnswers {
  readonly #room: RoomId;
  readonly #acks: Map<string, CommandAck>;
  /** Names of answers that are not stored, oldest first. */
  readonly #passing: string[] = [];

  constructor(room: RoomId, stored: readonly Pick<CommandRow, 'seat' | 'cmdId' | 'ack'>[]) {
    this.#room = room;
    this.#acks = new Map(
      stored.map(({ seat, cmdId, ack }) => [nameOf(seat, cmdId), JSON.parse(ack) as CommandAck]),
    );
  }

  to(seat: SeatId, cmdId: string): CommandAck | undefined {
    return this.#acks.get(nameOf(seat, cmdId));
  }

  keep(turn: Turn, seat: SeatId, cmdId: string, ack: CommandAck): void {
    this.#acks.set(nameOf(seat, cmdId), ack);
    turn.commands.push({ room: this.#room, seat, cmdId, ack: JSON.stringify(ack) });
  }

  /** For what must leave no trace, or changed nothing: while the room is in memory, and only the latest. */
  keepForNow(seat: SeatId, cmdId: string, ack: CommandAck): void {
    const name = nameOf(seat, cmdId);
    this.#acks.set(name, ack);
    this.#passing.push(name);
    if (this.#passing.length > mostPassing) this.#acks.delete(this.#passing.shift() ?? '');
  }
}

function nameOf(seat: SeatId, cmdId: string): string {
  return `${seat} ${cmdId}`;
}
