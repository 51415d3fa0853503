/**
 * Reactions, gathered before anybody is told: counts of a whole moment, in one order whoever came first, so that what
 * is sent says nothing about who reacted. Kept nowhere.
 */
import { reactions, type Reaction, type Reactions } from '../../src/protocol/stage-wire.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import type { Clock } from '../rooms/surroundings.ts';
import { TokenBuckets } from '../rooms/token-buckets.ts';

const gatherMs = 1_000;
/** Of one person, over all connections: more would drown what the others show. */
const rate = { count: 2, perMs: 1_000, burst: 6 };

export class ReactionCount {
  readonly #clock: Clock;
  readonly #tell: (reactions: Reactions) => void;
  readonly #allowance: TokenBuckets;
  readonly #counts = new Map<Reaction, number>();
  #stopGathering: (() => void) | null = null;

  constructor(clock: Clock, tell: (reactions: Reactions) => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.#allowance = new TokenBuckets(rate, clock);
  }

  /** `from` is used for the rate, and then forgotten. */
  add(from: SeatId, reaction: Reaction): void {
    if (!this.#allowance.take(from)) return;
    this.#counts.set(reaction, (this.#counts.get(reaction) ?? 0) + 1);
    this.#stopGathering ??= this.#clock.after(gatherMs, () => this.#tellAll());
  }

  close(): void {
    this.#stopGathering?.();
  }

  #tellAll(): void {
    this.#stopGathering = null;
    const told = reactions.flatMap((reaction) => {
      const count = this.#counts.get(reaction) ?? 0;
      return count > 0 ? [{ reaction, count }] : [];
    });
    this.#counts.clear();
    this.#tell(told);
  }
}
