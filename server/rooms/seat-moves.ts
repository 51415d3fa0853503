/**
 * Links that take a seat to another device: one for each seat, good once and for a while, known to nobody but whoever
 * asked. They live with the room in memory; a restart ends them.
 */
import type { SeatId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import { hashOf } from './links.ts';
import { newSecret, type Chance } from './surroundings.ts';

interface Move {
  readonly hash: string;
  readonly until: number;
  readonly letGo: () => void;
}

export interface NewMove {
  readonly secret: string;
  /** Server ms. */
  readonly until: number;
}

export class SeatMoves {
  readonly #moves = new Map<SeatId, Move>();

  /** Ends the seat's link before this one. `letGo` is called when this one is not needed any more. */
  open(seat: SeatId, now: number, chance: Chance, letGo: () => void): NewMove {
    this.end(seat);
    const secret = newSecret(chance);
    const until = now + limits.moveLinkMs;
    this.#moves.set(seat, { hash: hashOf(secret), until, letGo });
    return { secret, until };
  }

  /** Whose seat this secret moves now. */
  seatBehind(secret: string, now: number): SeatId | null {
    const hash = hashOf(secret);
    const found = [...this.#moves].find(([, move]) => move.hash === hash && now < move.until);
    return found?.[0] ?? null;
  }

  end(seat: SeatId): void {
    this.#moves.get(seat)?.letGo();
    this.#moves.delete(seat);
  }
}
