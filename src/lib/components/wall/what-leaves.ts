/** What a meeting leaves with, as far as it has words by now. */
import type { Action } from '#domain/board/action.ts';
import { mainWords } from '#domain/board/leaving.ts';
import type { Outcome, OutcomeKind } from '#domain/board/topic.ts';
import { isTaken, seatOf } from '#domain/stage/given-words.ts';
import type { StageState } from '#domain/stage/state.ts';
import { ownerName } from '$lib/components/decide/owner-name.ts';
import { shortDay } from '$lib/text/dates.ts';
import { outcomes as outcomeWords } from '$lib/text/outcomes.ts';
import { wall as words } from '$lib/text/wall.ts';
import type { CardWords } from './WallCard.svelte';

export type Chosen = Outcome & { readonly kind: OutcomeKind };

export function saidOutcomes(outcomes: readonly Outcome[]): Chosen[] {
  return outcomes.filter((one): one is Chosen => one.kind !== null && mainWords(one) !== '');
}

export function saidActions(actions: readonly Action[]): Action[] {
  return actions.filter(({ title }) => title.trim() !== '');
}

/** Whose it is and when, and what is missing. Owners are named only where somebody asked for it. */
export function aboutAction(
  action: Action,
  stage: StageState,
  { names, now }: { readonly names: boolean; readonly now: number },
): Pick<CardWords, 'below' | 'lacks'> {
  const { owner, due } = action;
  const name = names ? ownerName(owner, stage) : null;
  const isAsked = seatOf(owner) !== null && !isTaken(stage, action);
  const asked = name === null ? words.ownerAsked : outcomeWords.asked(name);
  return {
    below: [
      ...(name !== null && !isAsked ? [name] : []),
      ...(due === null ? [] : [words.due(shortDay(due, now))]),
    ],
    lacks: [
      ...(owner === null ? [words.needsOwner] : []),
      ...(isAsked ? [asked] : []),
      ...(due === null ? [words.needsDue] : []),
    ],
  };
}
