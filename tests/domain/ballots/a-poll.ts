import type { Poll } from '../../../src/domain/stage/state.ts';
import type { PollKind } from '../../../src/protocol/ballots.ts';

const questions = { dots: 'vote', scale: 'safety', fist: 'fist', thumbs: 'keep-talking' } as const;

/** An open poll; a vote is over four topics with 3 votes each, at most 2 on one topic. */
export function aPoll(kind: PollKind, change: Partial<Poll> = {}): Poll {
  const names = kind === 'dots' ? ['queue', 'pager', 'docs', 'login'] : [];
  return {
    id: 'p1',
    kind,
    question: questions[kind],
    segment: null,
    topic: null,
    options: names.map((topic) => ({ topic, name: `The ${topic}` })),
    ...(kind === 'dots' ? { budget: 3, cap: 2 } : { budget: 0, cap: 0 }),
    extra: {},
    openedAt: 1,
    result: null,
    ...change,
  };
}

export function dots(counts: Readonly<Record<string, number>>) {
  return { dots: Object.entries(counts).map(([topic, count]) => ({ topic, count })) };
}
