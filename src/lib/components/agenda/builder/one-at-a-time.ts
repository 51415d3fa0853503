/** What is asked while something is under way is left out: its answer is not known yet, and would pass for another's. */
export class OneAtATime {
  #isUnderWay = false;

  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  async run(act: () => Promise<unknown>): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    try {
      await act();
    } finally {
      this.#isUnderWay = false;
    }
  }
}
