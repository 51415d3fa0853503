/** Server time and what follows from it. Ticks four times a second while somebody reads it. */
import { createSubscriber } from 'svelte/reactivity';
import { leftMs } from '#domain/stage/clock.ts';
import { forecastEnd, overPlanMs } from '#domain/stage/forecast.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { ServerClock } from './server-clock.ts';

const tickMs = 250;

export class ClockView {
  readonly #clock: ServerClock;
  readonly #stage: () => StageState | null;
  readonly #subscribe: () => void;

  constructor(clock: ServerClock, stage: () => StageState | null) {
    this.#clock = clock;
    this.#stage = stage;
    this.#subscribe = createSubscriber((update) => tickTogether(clock, update));
  }

  /** Server time, ms since the epoch. */
  get now(): number {
    this.#subscribe();
    return this.#clock.now();
  }

  /** Of what runs now, ms; negative when it is over, null before the start. */
  get leftMs(): number | null {
    const stage = this.#stage();
    return stage && leftMs(stage.clock, this.now);
  }

  get paused(): boolean {
    return this.#stage()?.clock.kind === 'paused';
  }

  /** Server time at which the meeting will end as things stand; null before the start. */
  get forecastEndsAt(): number | null {
    const stage = this.#stage();
    return stage && forecastEnd(stage, this.now);
  }

  get overPlanMs(): number | null {
    const stage = this.#stage();
    return stage && overPlanMs(stage, this.now);
  }
}

/** On quarters of a second of server time, so that every screen in the room turns over at the same moment. */
function tickTogether(clock: ServerClock, tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(
      () => {
        tick();
        wait();
      },
      tickMs - (clock.now() % tickMs),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
