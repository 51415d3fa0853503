/**
 * Taking back what this tab did to the board. Steps say what to write, since the undo of Yjs would delete an entry with
 * its text, which nobody may. A step that somebody else has meanwhile overwritten is passed over.
 */
export interface BoardStep {
  /** Whether things still stand as this step left them. */
  readonly stands: () => boolean;
  readonly takeBack: () => void;
}

const most = 100;

export class BoardUndo {
  #steps: BoardStep[] = [];

  get length(): number {
    return this.#steps.length;
  }

  add(step: BoardStep): void {
    this.#steps = [...this.#steps, step].slice(-most);
  }

  undo(): void {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      if (step.stands()) return step.takeBack();
    }
  }

  clear(): void {
    this.#steps = [];
  }
}
