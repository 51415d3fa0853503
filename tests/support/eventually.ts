import { vi } from 'vitest';

/** Waits until nothing is thrown any more. The limit is for what hangs: a busy machine takes many times as long. */
export const eventually = (holds: () => void) => vi.waitFor(holds, { timeout: 30_000, interval: 20 });
