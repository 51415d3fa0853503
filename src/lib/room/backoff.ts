/** When to try again: full jitter between 0.2 s and a ceiling that doubles up to 5 s, so that a crowd spreads out. */
const leastMs = 200;
const mostMs = 5_000;

/** `attempt` counts from 0; `random` is in [0, 1). */
export function retryDelayMs(attempt: number, random: number): number {
  const ceiling = Math.min(mostMs, leastMs * 2 ** Math.min(attempt + 1, 10));
  return leastMs + random * (ceiling - leastMs);
}
