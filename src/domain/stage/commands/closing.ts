/** Closing: what is unfinished is asked about first, and is on the record when closed anyway. */
import type { StageEvent } from '../events.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { isCounting } from './gather.ts';

/** Waits for a count-in: people were told that their notes are about to be shown. */
export function close(state: StageState, anyway: boolean, { now, openItems }: Facts): Handled {
  if (isCounting(state)) return refuse('wrong-moment');
  if (openItems.length > 0 && !anyway) return refuse('open-items');
  const left: StageEvent[] =
    state.current === null ? [] : [{ at: now, type: 'segmentLeft', segment: state.current, as: 'done' }];
  return accept(...left, { at: now, type: 'roomClosed', openItems });
}
