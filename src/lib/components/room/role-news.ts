/** What somebody is told whose role has just changed, by their own hand or by another's; and who leads beside them again. */
import { isActing } from '#domain/stage/acting.ts';
import { facilitatorsIn, roleOf, seatOf } from '#domain/stage/standing.ts';
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

/** Of those who have taken the lead back beside somebody who leads; null where there is nothing to tell. */
export function leadersBack(before: StageState, stage: StageState, me: SeatId): string | null {
  if ([before, stage].some((state) => roleOf(state, me) !== 'facilitator')) return null;
  const back = facilitatorsIn(stage).filter(
    (seat) => roleOf(before, seat) === 'participant' && seatOf(before, seat)?.hasLed,
  );
  return back.length === 0 ? null : words.facilitateAgain(namesOf(stage, back));
}

/** Names of those who are here; of all of them where nobody is. */
function facilitatorsHere(stage: StageState, presence: Presence): readonly string[] {
  const here = new Set(presence.filter(({ connected }) => connected).map(({ seat }) => seat));
  const leading = facilitatorsIn(stage);
  const present = leading.filter((seat) => here.has(seat));
  return namesOf(stage, present.length > 0 ? present : leading);
}

function namesOf(stage: StageState, seats: readonly SeatId[]): readonly string[] {
  return seats.map((seat) => seatOf(stage, seat)?.name ?? '');
}
