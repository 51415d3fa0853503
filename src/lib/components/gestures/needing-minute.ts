import type { StageState } from '#domain/stage/state.ts';
import type { SeatId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';
import { gestures as words } from '$lib/text/gestures.ts';

export interface Needing {
  readonly seat: SeatId;
  readonly name: string;
}

/** Who needs a minute, as far as this page was told. */
export function needingMinute(stage: Pick<StageState, 'seats'>, presence: Presence): readonly Needing[] {
  return presence
    .filter(({ needsMinute }) => needsMinute)
    .map(({ seat }) => ({ seat, name: nameOf(stage.seats[seat]?.name ?? '') }));
}

function nameOf(name: string): string {
  return name === '' ? words.nobodyNamed : name;
}
