import type { StageState } from '#domain/stage/state.ts';
import type { SeatId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';

export interface Hand {
  readonly seat: SeatId;
  readonly name: string;
}

/** Raised hands, first come first. */
export function handsOf(stage: Pick<StageState, 'seats'>, presence: Presence): readonly Hand[] {
  return presence
    .flatMap(({ seat, hand }) => (hand === null ? [] : { seat, hand, name: stage.seats[seat]?.name ?? '' }))
    .sort((a, b) => a.hand - b.hand)
    .map(({ seat, name }) => ({ seat, name }));
}
