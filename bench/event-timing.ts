/** What the browser itself says about its interactions: from the press until the page has been painted anew. */
import type { Page } from '@playwright/test';
import { quantile, type Figure } from './measure.ts';

/** Shorter ones are not told of; they count as nothing. */
const toldFromMs = 16;
const goalMs = 50;

export class EventTiming {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async of(page: Page): Promise<EventTiming> {
    await page.evaluate((durationThreshold) => {
      const told: [number, number][] = [];
      const note = (entry: PerformanceEntry) => {
        const { interactionId = 0 } = entry as PerformanceEntry & { interactionId?: number };
        if (interactionId > 0) told.push([interactionId, entry.duration]);
      };
      const watching = new PerformanceObserver((list) => list.getEntries().forEach(note));
      watching.observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
      Object.assign(globalThis, { takeTold: () => told.splice(0) });
    }, toldFromMs);
    return new EventTiming(page);
  }

  /** `act` resolves with how many interactions it was. */
  async slowest(what: string, act: () => Promise<number>): Promise<Figure> {
    await this.#take();
    const count = await act();
    const byInteraction = new Map<number, number>();
    for (const [interaction, ms] of await this.#take())
      byInteraction.set(interaction, Math.max(ms, byInteraction.get(interaction) ?? 0));
    const told = [...byInteraction.values()];
    const all = [...told, ...Array<number>(Math.max(0, count - told.length)).fill(0)];
    return {
      what: `${what} on a full board, slowest of 20`,
      value: quantile(all, 0.95),
      unit: 'ms',
      goal: goalMs,
    };
  }

  /** Entries come a little after what they are about has been painted. */
  async #take(): Promise<readonly (readonly [number, number])[]> {
    await this.#page.waitForTimeout(300);
    return this.#page.evaluate(() =>
      (globalThis as unknown as { takeTold: () => [number, number][] }).takeTold(),
    );
  }
}
