import type { Poll, StageState } from '#domain/stage/state.ts';

/** Whether to keep talking: what is asked now, or was counted since the bell rang; null where the topic goes on. */
export function pollOfBell({ polls, clock }: Pick<StageState, 'polls' | 'clock'>): Poll | null {
  const poll = polls.findLast(({ question }) => question === 'keep-talking');
  if (!poll?.result) return poll ?? null;
  return clock.kind === 'running' && poll.openedAt >= clock.endsAt ? poll : null;
}
