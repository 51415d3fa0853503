/** What a measurement yields, and how it is told. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | 'KB' | 'MB' | '%' | '×';
  /** The most it may be; left out where the figure only informs. */
  readonly goal?: number;
}

export function isMissed({ value, goal }: Figure): boolean {
  return goal !== undefined && value > goal;
}

export function sentence(figure: Figure): string {
  const { what, value, unit, goal } = figure;
  const amount = `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
  if (goal === undefined) return `${what}: ${amount}`;
  return `${what}: ${amount}, ${isMissed(figure) ? 'OVER' : 'within'} its ${goal} ${unit}`;
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Mean time of one call in µs, after a warm-up of a tenth. */
export function timePerCall(calls: number, call: (index: number) => void): number {
  for (let index = 0; index < calls / 10; index++) call(index);
  const start = performance.now();
  for (let index = 0; index < calls; index++) call(index);
  return ((performance.now() - start) * 1000) / calls;
}
