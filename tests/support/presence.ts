/** Presence as the server would tell it. */
import type { Presence } from '../../src/protocol/stage-wire.ts';

/** These seats are connected, and nothing else is known of them. */
export function presenceOf(...seats: readonly string[]): Presence {
  return seats.map((seat) => ({
    ...{ seat, connected: true, ready: false, lookingAt: null, hand: null, holding: [], needsMinute: false },
  }));
}
