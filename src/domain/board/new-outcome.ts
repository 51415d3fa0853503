/** How an outcome comes to be: with every text of every kind, so that none is ever made twice under one key. */
import type { Entries } from '../yjs/entries.ts';
import { newText } from '../yjs/text-field.ts';
import { addEntry } from '../yjs/write-entries.ts';
import { outcomeTexts, type OutcomeKind } from './topic.ts';

export interface NewOutcome {
  /** Null for a decision made without a topic. */
  readonly topic: string | null;
  readonly kind?: OutcomeKind;
  /** The first words of a decision. */
  readonly text?: string;
}

/**
 * `outcomes` is the root they stand in. For a topic: under the topic's own id, inside the transaction that makes the
 * topic.
 */
export function addOutcome(
  outcomes: Entries,
  origin: unknown,
  id: string,
  { topic, kind, text = '' }: NewOutcome,
): void {
  addEntry(outcomes, origin, id, (entry) => {
    if (topic !== null) entry.set('topic', topic);
    if (kind) entry.set('kind', kind);
    for (const key of outcomeTexts) entry.set(key, newText(key === 'text' ? text : ''));
  });
}
