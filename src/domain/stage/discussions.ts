/** How a discussion's turns change. All pure; times are server ms. */
import type { TopicId } from '#protocol/ids.ts';
import type { Discussion, StageState, TopicTurn } from './state.ts';

export const newDiscussion: Discussion = { order: [], turns: [], earlier: [], withoutMs: 0 };

/** How often a topic may be given more time: two minutes, then one, then it is time to move on. */
const mostExtensions = 2;

/** The turn of the topic that is on; null outside of a discussion, and where no topic was opened. */
export function turnOn({
  current,
  discussions,
}: Pick<StageState, 'current' | 'discussions'>): TopicTurn | null {
  const discussion = current === null ? undefined : discussions[current];
  return discussion?.turns.at(-1) ?? null;
}

/** Whatever is on: only a topic can have had all the time it gets. */
export function mayExtend(state: Pick<StageState, 'current' | 'discussions'>): boolean {
  const turn = turnOn(state);
  return turn === null || turn.extensions < mostExtensions;
}

/** Every turn there ever was, oldest first. */
export function allTurns({ earlier, turns }: Discussion): readonly TopicTurn[] {
  return [...earlier, ...turns];
}

export function addTurn(discussion: Discussion, topic: TopicId, budgetMs: number): Discussion {
  return { ...discussion, turns: [...discussion.turns, { topic, budgetMs, extensions: 0 }] };
}

/** Time that no topic was given, before the first one or between two rounds of them. */
export function addWithout(discussion: Discussion, ms: number): Discussion {
  return { ...discussion, withoutMs: discussion.withoutMs + ms };
}

/** Changes the budget of the turn that runs or ran last; `extensions` counts up where it was asked for. */
export function addToTurn(discussion: Discussion, ms: number, extensions = 0): Discussion {
  const last = discussion.turns.at(-1);
  if (!last) return discussion;
  const changed = { ...last, budgetMs: last.budgetMs + ms, extensions: last.extensions + extensions };
  return { ...discussion, turns: [...discussion.turns.slice(0, -1), changed] };
}

/** From the first topic again; `unusedMs` of the last turn goes back to the plan. */
export function restartTurns(discussion: Discussion, unusedMs: number): Discussion {
  const trimmed = addToTurn(discussion, -unusedMs);
  return { ...trimmed, earlier: allTurns(trimmed), turns: [] };
}
