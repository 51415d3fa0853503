import { outcomes as words } from '$lib/text/outcomes.ts';

/** How giving one's word is said: on an action, or on a position. */
export interface ConsentWords {
  readonly give: string;
  readonly takeBack: string;
  readonly given: (name: string) => string;
  readonly givenByMe: string;
  readonly asked: (name: string) => string;
  readonly askedAgain: (name: string) => string;
  readonly changedForMe: string;
  /** Of a name that was typed in. */
  readonly away: string;
}

export const actionWords: ConsentWords = {
  give: words.take,
  takeBack: words.giveBack,
  given: words.taken,
  givenByMe: words.takenByMe,
  asked: words.asked,
  askedAgain: words.askedAgain,
  changedForMe: words.changedForMe,
  away: words.askedAway,
};

export const positionWords: ConsentWords = {
  give: words.confirm,
  takeBack: words.unconfirm,
  given: words.confirmed,
  givenByMe: words.confirmedByMe,
  asked: words.notConfirmed,
  askedAgain: words.confirmAgain,
  changedForMe: words.changedPosition,
  away: words.holderAway,
};
