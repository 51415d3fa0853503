import { takesKeys } from '$lib/ui/fields.ts';

/**
 * A field may go, or lose the focus, in the middle of a word: the stage moves on, a button is clicked. Until somebody
 * rests, or leaves by an act of their own, the rest of the word is no command.
 */
const restMs = 1_000;

type Key = Pick<KeyboardEvent, 'key' | 'target' | 'timeStamp'>;

export class KeyPause {
  /** In the time of events, ms. */
  #typedAt = -Infinity;

  /** To be asked about every key, also those in fields: whether it belongs to what was begun in a field. */
  covers(event: Key): boolean {
    const inField = takesKeys(event.target);
    if (isOwnWayOut(event)) this.leave();
    else if (inField || this.#isRunning(event.timeStamp)) this.#typedAt = event.timeStamp;
    return !inField && this.#isRunning(event.timeStamp);
  }

  /** Somebody has turned to something else themselves. */
  leave(): void {
    this.#typedAt = -Infinity;
  }

  #isRunning(now: number): boolean {
    return now - this.#typedAt < restMs;
  }
}

/** In a field of one line Enter is its end; where notes are written the next one follows. */
function isOwnWayOut({ key, target }: Key): boolean {
  const endsLine = key === 'Enter' && target instanceof Element && target.matches('input');
  return key === 'Tab' || key === 'Escape' || endsLine;
}
