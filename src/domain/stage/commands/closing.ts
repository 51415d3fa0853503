/** Closing: what is unfinished is asked about first, and is on the record, with a reason, when closed anyway. */
import { partsOf, stayMs } from '../budget.ts';
import type { StageEvent } from '../events.ts';
import { openPolls } from '../polls.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { isCounting } from './gather.ts';
import { endEvent } from './polls.ts';

interface Closing {
  readonly anyway: boolean;
  readonly why?: string | undefined;
}

/**
 * Waits for a count-in: people were told that their notes are about to be shown. What is being asked is counted, except
 * whether to keep talking.
 */
export function close(state: StageState, { anyway, why }: Closing, facts: Facts): Handled {
  const { now, openItems } = facts;
  if (isCounting(state)) return refuse('wrong-moment');
  if (openItems.length > 0 && !anyway) return refuse('open-items');
  if (openItems.length > 0 && why === undefined) return refuse('reason-missing');
  const left: StageEvent[] =
    state.current === null ? [] : [{ at: now, type: 'segmentLeft', segment: state.current, as: 'done' }];
  const results = openPolls(state).map((poll) => endEvent(poll, facts));
  const reason = openItems.length > 0 ? (why ?? null) : null;
  return accept(...results, ...left, { at: now, type: 'roomClosed', openItems, why: reason });
}

/** Goes on where it was closed, for a minute or more: nothing of the record is lost by it. */
export function reopen(state: StageState, { now }: Facts): Handled {
  if (state.phase !== 'closed') return refuse('wrong-moment');
  const reopened: StageEvent = { at: now, type: 'roomReopened' };
  const { current, runs } = state;
  const run = current === null ? undefined : runs[current];
  if (current === null || !run) return accept(reopened);
  const budgetMs = stayMs(run, partsOf(state, current));
  return accept(reopened, { at: now, type: 'segmentEntered', segment: current, how: 'back', budgetMs });
}
