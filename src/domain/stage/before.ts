/** What is known before the meeting: ticks at pre-reads. All pure. */
import type { EventOf } from './events.ts';
import type { StageState } from './state.ts';

export function markRead(state: StageState, { preRead, seat, read }: EventOf<'preReadMarked'>): StageState {
  const others = (state.reads[preRead] ?? []).filter((other) => other !== seat);
  return { ...state, reads: { ...state.reads, [preRead]: read ? [...others, seat] : others } };
}
