/** Pause, resume, extend. */
import { minuteMs } from '../clock.ts';
import { mayExtend } from '../discussions.ts';
import { costOf } from '../forecast.ts';
import type { StageState } from '../state.ts';
import { countTalkPolls } from './discuss.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

export function pause(state: StageState, { now }: Facts): Handled {
  return state.clock.kind === 'running' ? accept({ at: now, type: 'clockPaused' }) : refuse('wrong-moment');
}

export function resume(state: StageState, { now }: Facts): Handled {
  return state.clock.kind === 'paused' ? accept({ at: now, type: 'clockResumed' }) : refuse('wrong-moment');
}

/** Whether to keep talking is answered by it. A topic that had more time twice gets no more. */
export function extend(state: StageState, minutes: number, facts: Facts): Handled {
  const { now } = facts;
  if (state.current === null || state.clock.kind === 'off') return refuse('wrong-moment');
  if (!mayExtend(state)) return refuse('wrong-moment');
  const ms = minutes * minuteMs;
  const { bufferMs, payers } = costOf(state, ms, now);
  const paid = bufferMs === 0 ? { payers } : { payers, bufferMs };
  return accept(...countTalkPolls(state, facts), {
    at: now,
    type: 'timeExtended',
    segment: state.current,
    ms,
    ...paid,
  });
}
