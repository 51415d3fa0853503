import type { ClockMoment } from './clock-moments.ts';

const order: readonly ClockMoment[] = ['start', 'half', 'minute', 'end'];

/**
 * Which moments of the clock are news. Each is so once in a turn, however often the stage changes meanwhile; more time
 * sets the clock back without a word. On a page that opens in the middle, where the turn stands is its beginning.
 */
export class ClockCues {
  #turn: number | null = null;
  #last: ClockMoment | null = null;

  /** `turn` tells one stretch of the clock from the next, such as when it began. Null where nothing is new. */
  pass(turn: number, moment: ClockMoment): ClockMoment | null {
    const isNew = turn !== this.#turn;
    const isLater = this.#last !== null && order.indexOf(moment) > order.indexOf(this.#last);
    this.#turn = turn;
    this.#last = moment;
    if (isNew) return 'start';
    return isLater ? moment : null;
  }
}
