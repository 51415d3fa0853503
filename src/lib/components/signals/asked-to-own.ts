import type { Action } from '#domain/board/board.ts';
import { hasWords, isTaken, seatOf } from '#domain/stage/given-words.ts';
import type { StageState } from '#domain/stage/state.ts';
import { shortDay } from '$lib/text/dates.ts';
import { incident } from '$lib/text/incident.ts';
import { outcomes as words } from '$lib/text/outcomes.ts';

export interface AskedAction extends Action {
  /** Its owner took it once, and it has changed since. */
  readonly hasChanged: boolean;
}

/** What this seat is asked to own and has not answered. Without words there is nothing yet to answer. */
export function askedToOwn(
  stage: Pick<StageState, 'consents'>,
  actions: readonly Action[],
  seat: string,
): readonly AskedAction[] {
  return actions
    .filter((action) => seatOf(action.owner) === seat && hasWords(action.title) && !isTaken(stage, action))
    .map((action) => ({ ...action, hasChanged: stage.consents[action.id]?.seat === seat }));
}

/** What belongs to it beside its title, as it is now: the day, and the aim where it has one. */
export function termsOf({ due, aim }: Pick<Action, 'due' | 'aim'>, now: number): string {
  const day = due === null ? words.noDayYet : words.byDay(shortDay(due, now));
  return aim === null ? day : `${day}, ${words.withAim(incident.aims[aim])}`;
}

/** What was `before` stays in front, so that nothing comes under a finger that is about to answer. */
export function inTurn(
  before: readonly string[],
  asked: readonly AskedAction[],
): readonly [AskedAction, ...AskedAction[]] | readonly [] {
  const place = ({ id }: AskedAction) => (before.includes(id) ? before.indexOf(id) : before.length);
  const [first, ...others] = asked.toSorted((one, other) => place(one) - place(other));
  return first ? [first, ...others] : [];
}
