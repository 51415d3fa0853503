import { isWritingSeat } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Presence } from '#protocol/stage-wire.ts';

const seatsToHideAmong = 3;

/** With so few writing people in the room, leaving names out hides nobody. */
export function isAnonymityWeak(stage: StageState, presence: Presence): boolean {
  const here = presence.filter((seat) => seat.connected && isWritingSeat(stage, seat.seat));
  return here.length < seatsToHideAmong;
}
