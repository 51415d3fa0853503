/** Where everything that is decided stands on the screen, each in one place. */
import type { Action } from '#domain/board/board.ts';
import { byId, outcomeOf, outcomesApart } from '#domain/board/leaving.ts';
import type { Outcome, Topic } from '#domain/board/topic.ts';

export interface Places {
  /** Those that somebody made, in the order in which they come. */
  readonly topics: readonly Topic[];
  /** Notes that nobody grouped. */
  readonly alone: readonly Topic[];
  /** Made without a topic, one line each. */
  readonly decisions: readonly Outcome[];
  /** Of topics that are gone, or that leave by another outcome. */
  readonly apart: readonly Outcome[];
  /** Those of no topic. */
  readonly actions: readonly Action[];
}

export function placesOf(
  all: readonly Topic[],
  outcomes: readonly Outcome[],
  actions: readonly Action[],
): Places {
  const topics = all.filter(({ isLone }) => !isLone);
  const others = outcomesApart(topics, outcomes);
  const isLine = ({ topic, kind }: Outcome) => topic === null && kind === 'decision';
  const apart = others.filter((outcome) => !isLine(outcome));
  const shown = new Set([
    ...topics.flatMap(({ id, merged }) => [id, ...merged]),
    ...apart.map(({ id }) => id),
  ]);
  return {
    topics,
    alone: all.filter(({ isLone }) => isLone),
    decisions: others.filter(isLine),
    apart,
    actions: actions.filter(({ outcome }) => outcome === null || !shown.has(outcome)),
  };
}

/** The topic in whose card something is edited: itself, its outcome, or an action of it. Null for everything else. */
export function topicWith(id: string, { topics }: Places, actions: readonly Action[]): string | null {
  const outcome = actions.find((action) => action.id === id)?.outcome ?? id;
  return topics.find((topic) => topic.id === outcome || topic.merged.includes(outcome))?.id ?? null;
}

/** The first of these that has no outcome yet. */
export function firstUnsettled(topics: readonly Topic[], outcomes: readonly Outcome[]): string | null {
  const known = byId(outcomes);
  return topics.find((topic) => !outcomeOf(topic, known)?.kind)?.id ?? null;
}
