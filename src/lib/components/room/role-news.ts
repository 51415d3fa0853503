/** What somebody is told whose role has just changed, by their own hand or by another's. */
import { isActing } from '#domain/stage/acting.ts';
import { facilitatorsIn, seatOf } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Role, SeatId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';
import { seats as words } from '$lib/text/seats.ts';

/** Null where they have just come, or where there is nothing to tell. */
export function roleNews(
  stage: StageState,
  presence: Presence,
  me: SeatId,
  { was, is }: { readonly was: Role | null; readonly is: Role | null },
): string | null {
  if (was === null || was === is) return null;
  if (is === 'facilitator') return isActing(stage, me) ? words.youFacilitateForNow : words.youFacilitate;
  if (was !== 'facilitator' || is !== 'participant') return null;
  const leading = facilitatorsHere(stage, presence);
  return seatOf(stage, me)?.hasLed ? words.handedOver(leading) : words.youTakePart(leading);
}

/** Names of those who are here; of all of them where nobody is. */
function facilitatorsHere(stage: StageState, presence: Presence): readonly string[] {
  const here = new Set(presence.filter(({ connected }) => connected).map(({ seat }) => seat));
  const leading = facilitatorsIn(stage);
  const present = leading.filter((seat) => here.has(seat));
  return (present.length > 0 ? present : leading).map((seat) => seatOf(stage, seat)?.name ?? '');
}
