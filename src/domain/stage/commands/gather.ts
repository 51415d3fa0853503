/** How rounds run, who writes in them, and the reveal. */
import { limits } from '#protocol/limits.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { RoundMode } from '../../agenda/segment.ts';
import { giveLensesOnArrival } from '../arrivals.ts';
import type { StageEvent } from '../events.ts';
import { countingUntil, gatherOf, mayBeParallel, mayReveal, segmentOf } from '../gathering.ts';
import { reduceAll } from '../reduce.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Takes effect with the next round; nobody's lens changes inside one. */
export function setRoundMode(state: StageState, id: SegmentId, mode: RoundMode, { now }: Facts): Handled {
  const segment = segmentOf(state, id);
  const gather = gatherOf(state, id);
  if (!segment || !gather) return refuse('bad-input');
  if (segment.lenses.length === 0) return refuse('wrong-moment');
  if (mode === 'parallel' && !mayBeParallel(segment)) return refuse('wrong-moment');
  if (gather.modeChosen && gather.mode === mode) return accept();
  return accept({ at: now, type: 'roundModeSet', segment: id, mode });
}

/** Switched off, facilitators keep the lens of this round; switched on, they get one at once. */
export function setFacilitatorWrites(state: StageState, writes: boolean, facts: Facts): Handled {
  if (state.facilitatorWrites === writes) return accept();
  const set: StageEvent[] = [{ at: facts.now, type: 'facilitatorWritesSet', writes }];
  return accept(...set, ...giveLensesOnArrival(reduceAll(state, set), facts.connected, facts.now));
}

export function askReveal(state: StageState, id: SegmentId, { now }: Facts): Handled {
  const gather = gatherOf(state, id);
  if (!gather) return refuse('bad-input');
  if (segmentOf(state, id)?.policy !== 'reveal' || isCounting(state)) return refuse('wrong-moment');
  if (!mayReveal(state, id)) return refuse('reveal-too-early');
  return accept({
    at: now,
    type: 'revealAsked',
    segment: id,
    revealAt: now + limits.revealCountInMs,
  });
}

export function cancelReveal(state: StageState, id: SegmentId, { now }: Facts): Handled {
  const gather = gatherOf(state, id);
  if (!gather) return refuse('bad-input');
  const revealAt = countingUntil(gather);
  if (revealAt === null || revealAt <= now) return refuse('wrong-moment');
  return accept({ at: now, type: 'revealCancelled', segment: id });
}

/** Whether any count-in is under way. */
export function isCounting(state: StageState): boolean {
  return Object.values(state.gathers).some((gather) => countingUntil(gather) !== null);
}
