/**
 * Taking back what this tab did to the board. Steps say what to write, since the undo of Yjs would delete an entry with
 * its text, which nobody may. A step that somebody else has meanwhile overwritten is passed over.
 */
/** Where on the board a step was: a part of the meeting takes back what it shows alone. */
export type StepPlace = 'earlier' | 'topics' | 'outcomes' | 'timeline';

/** What a step did, to be named when it is taken back. */
export type StepDone =
  | 'added'
  | 'removed'
  | 'owner'
  | 'day'
  | 'aim'
  | 'choice'
  | 'status'
  | 'holder'
  | 'answer'
  | 'new-day'
  | 'grouping'
  | 'entries'
  | 'entry-gone'
  | 'moment'
  | 'moments'
  | 'source';

export interface BoardStep {
  readonly place: StepPlace;
  readonly did: StepDone;
  /** Whether things still stand as this step left them. */
  readonly stands: () => boolean;
  readonly takeBack: () => void;
}

const most = 100;

export class BoardUndo {
  #steps: BoardStep[] = [];

  /** Newest last. */
  get steps(): readonly BoardStep[] {
    return this.#steps;
  }

  add(step: BoardStep): void {
    this.#steps = [...this.#steps, step].slice(-most);
  }

  /** The last one of these places. Returns what was taken back; null where others have overwritten it all. */
  undo(places: readonly StepPlace[]): BoardStep | null {
    for (let step = this.#pop(places); step; step = this.#pop(places)) {
      if (!step.stands()) continue;
      step.takeBack();
      return step;
    }
    return null;
  }

  /** This one, whatever has come after it. False where it is taken back already, or others have overwritten it. */
  takeBack(step: BoardStep): boolean {
    const isThere = this.#steps.includes(step);
    this.#steps = this.#steps.filter((one) => one !== step);
    if (!isThere || !step.stands()) return false;
    step.takeBack();
    return true;
  }

  clear(): void {
    this.#steps = [];
  }

  #pop(places: readonly StepPlace[]): BoardStep | null {
    const last = this.#steps.findLast(({ place }) => places.includes(place)) ?? null;
    this.#steps = this.#steps.filter((step) => step !== last);
    return last;
  }
}
