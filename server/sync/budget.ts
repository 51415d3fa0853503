/** A token bucket that never says no: it says how long to stop reading, so that no frame falls out of a stream. */

export interface BudgetSize {
  readonly ratePerSecond: number;
  /** What may come at once after a silence. */
  readonly burst: number;
}

export interface Budget {
  /** Takes `count`, on credit if need be, and returns the milliseconds until the debt is paid; 0 while there is none. */
  take(count: number): number;
}

export function createBudget(
  { ratePerSecond, burst }: BudgetSize,
  clock: { readonly now: () => number },
): Budget {
  let tokens = burst;
  let filledAt = clock.now();
  return {
    take(count) {
      const now = clock.now();
      // A clock that was set back refills nothing, and takes nothing away.
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) / 1000) * ratePerSecond);
      filledAt = now;
      tokens -= count;
      return tokens < 0 ? Math.ceil((-tokens / ratePerSecond) * 1000) : 0;
    },
  };
}
