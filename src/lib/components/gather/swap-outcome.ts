/** What became of asking somebody to swap lenses, read from the stage before and after. */
import { tradeableLens } from '#domain/stage/lens-trading.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SeatId } from '#protocol/ids.ts';

export interface SwapAsked {
  readonly to: SeatId;
  readonly own: string;
  readonly theirs: string;
  /** Which round this was in. */
  readonly round: string;
}

/** Null where this seat asks nobody. */
export function swapAskedBy(stage: StageState, seat: SeatId): SwapAsked | null {
  const holding = tradeableLens(stage, seat);
  const to = holding?.round.offers[seat];
  if (!holding || to === undefined) return null;
  const { segment, gather, round, lens } = holding;
  return { to, own: lens, theirs: round.held[to] ?? '', round: `${segment.id} ${gather.rounds.length}` };
}

/** Null while the question stands, where the round is over, and where the seat has given its lens away otherwise. */
export function swapOutcome(
  asked: SwapAsked,
  stage: StageState,
  seat: SeatId,
): 'swapped' | 'not-swapped' | null {
  const holding = tradeableLens(stage, seat);
  if (!holding || asked.round !== `${holding.segment.id} ${holding.gather.rounds.length}`) return null;
  if (holding.round.offers[seat] !== undefined) return null;
  const hasTheirs = holding.lens === asked.theirs && holding.round.held[asked.to] === asked.own;
  if (hasTheirs) return 'swapped';
  return holding.lens === asked.own ? 'not-swapped' : null;
}
