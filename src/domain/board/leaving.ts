/** Which outcome is whose: of a topic, of topics that were merged into it, or of none that is still there. */
import type { Outcome, OutcomeKind, OutcomeText, Topic } from './topic.ts';

type Grouped = Pick<Topic, 'id' | 'merged'>;

/** The words without which an outcome of that kind says nothing. */
export const mainText: Readonly<Record<OutcomeKind, OutcomeText>> = {
  decision: 'text',
  spike: 'question',
  escalation: 'needed',
  'let-go': 'why',
};

/** Empty where nobody has chosen how to leave. */
export function mainWords(outcome: Outcome): string {
  return outcome.kind === null ? '' : outcome[mainText[outcome.kind]].trim();
}

export function byId<T extends Pick<Outcome, 'id'>>(outcomes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(outcomes.map((outcome) => [outcome.id, outcome]));
}

/**
 * The topic's own, unless nobody has chosen a kind for it and somebody has for a topic that was merged into it. Null
 * where none has arrived, such as for a note that nobody has grouped.
 */
export function outcomeOf<T extends Pick<Outcome, 'id' | 'kind'>>(
  topic: Grouped,
  outcomes: ReadonlyMap<string, T>,
): T | null {
  const found = [topic.id, ...topic.merged].flatMap((id) => outcomes.get(id) ?? []);
  return found.find(({ kind }) => kind !== null) ?? found[0] ?? null;
}

/** Chosen, but not how any of the topics leaves: made without one, or its topic was merged or taken apart. */
export function outcomesApart<T extends Pick<Outcome, 'id' | 'kind'>>(
  topics: readonly Grouped[],
  outcomes: readonly T[],
): T[] {
  const known = byId(outcomes);
  const taken = new Set(topics.map((topic) => outcomeOf(topic, known)?.id));
  return outcomes.filter(({ id, kind }) => kind !== null && !taken.has(id));
}
