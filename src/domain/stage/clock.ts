/** The one clock of what runs now, as pure steps. Nothing here reads the time: `at` and `now` are server ms. */

/** The clock of what runs now: the segment, or the round in a `gather` segment. */
export type Clock =
  | { readonly kind: 'off' }
  /** `from` is when what runs now began; later pauses do not move it. */
  | { readonly kind: 'running'; readonly from: number; readonly endsAt: number; readonly rang: boolean }
  | {
      readonly kind: 'paused';
      readonly from: number;
      /** What was left when it stopped; negative when it was already over. */
      readonly leftMs: number;
      readonly pausedAt: number;
      readonly rang: boolean;
    };

export const minuteMs = 60_000;

export const clockOff: Clock = { kind: 'off' };

/** Ms until the end, negative once it is over; null while nothing runs. Stands still during a pause. */
export function leftMs(clock: Clock, now: number): number | null {
  switch (clock.kind) {
    case 'off':
      return null;
    case 'running':
      return clock.endsAt - now;
    case 'paused':
      return clock.leftMs;
  }
}

export function startClock(at: number, budgetMs: number): Clock {
  return { kind: 'running', from: at, endsAt: at + budgetMs, rang: false };
}

export function pauseClock(clock: Clock, at: number): Clock {
  if (clock.kind !== 'running') return clock;
  return {
    kind: 'paused',
    from: clock.from,
    leftMs: clock.endsAt - at,
    pausedAt: at,
    rang: clock.rang,
  };
}

export function resumeClock(clock: Clock, at: number): Clock {
  if (clock.kind !== 'paused') return clock;
  return { kind: 'running', from: clock.from, endsAt: at + clock.leftMs, rang: clock.rang };
}

/** What is already over is forgiven: the people get `ms` from now on. The bell may ring again. */
export function extendClock(clock: Clock, ms: number, at: number): Clock {
  switch (clock.kind) {
    case 'off':
      return clock;
    case 'running':
      return { ...clock, endsAt: Math.max(clock.endsAt, at) + ms, rang: false };
    case 'paused':
      return { ...clock, leftMs: Math.max(clock.leftMs, 0) + ms, rang: false };
  }
}

/** The end moves by `ms`, whatever was over before; a bell that has rung is to ring again where there is time again. */
export function shiftClock(clock: Clock, ms: number, at: number): Clock {
  switch (clock.kind) {
    case 'off':
      return clock;
    case 'running': {
      const endsAt = clock.endsAt + ms;
      return { ...clock, endsAt, rang: clock.rang && endsAt <= at };
    }
    case 'paused': {
      const leftMs = clock.leftMs + ms;
      return { ...clock, leftMs, rang: clock.rang && leftMs <= 0 };
    }
  }
}

export function markRung(clock: Clock): Clock {
  return clock.kind === 'off' ? clock : { ...clock, rang: true };
}

/** When the bell is due, or null: nothing runs, it is paused, or it has rung for this end. */
export function bellAt(clock: Clock): number | null {
  return clock.kind === 'running' && !clock.rang ? clock.endsAt : null;
}

/** How long the present pause has lasted; 0 when there is none. */
export function pausedFor(clock: Clock, at: number): number {
  return clock.kind === 'paused' ? Math.max(0, at - clock.pausedAt) : 0;
}
