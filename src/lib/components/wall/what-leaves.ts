/** What a meeting leaves with, as far as it has words by now. */
import type { Action } from '#domain/board/action.ts';
import { mainWords } from '#domain/board/leaving.ts';
import type { Outcome, OutcomeKind } from '#domain/board/topic.ts';

export type Chosen = Outcome & { readonly kind: OutcomeKind };

export function saidOutcomes(outcomes: readonly Outcome[]): Chosen[] {
  return outcomes.filter((one): one is Chosen => one.kind !== null && mainWords(one) !== '');
}

export function saidActions(actions: readonly Action[]): Action[] {
  return actions.filter(({ title }) => title.trim() !== '');
}
