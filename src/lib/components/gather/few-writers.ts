import { isWritingSeat } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Presence } from '#protocol/stage-wire.ts';

const seatsToHideAmong = 3;

/**
 * With so few writing people here, leaving names out hides nobody. Not said before it is known who is here, nor where
 * notes carry names anyway.
 */
export function isAnonymityWeak(stage: StageState, presence: Presence): boolean {
  if (presence.length === 0 || stage.named) return false;
  const here = presence.filter((seat) => seat.connected && isWritingSeat(stage, seat.seat));
  return here.length < seatsToHideAmong;
}
