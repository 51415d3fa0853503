import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const lowest = 12_000;
const highest = 30_000;
/** Fewer to choose from than this would be taken by two tests at once. */
const enough = 4_000;

/**
 * A free port for a server that is stopped and started again on it. Outside the range from which the system takes
 * ports by itself: otherwise, while the server is down, any connection or server of another test may get this one,
 * and a page that comes back too early connects to itself.
 */
export async function steadyPort(): Promise<number> {
  const [from, to] = steadyPorts(systemRange());
  for (;;) {
    const port = randomInt(from, to);
    if (await isFree(port)) return port;
  }
}

/** From and up to where, given those that the system takes; between the usual ones where it takes nearly all. */
export function steadyPorts([first, last]: readonly [number, number]): readonly [number, number] {
  if (first - lowest >= enough) return [lowest, Math.min(highest, first)];
  if (first - 1_024 >= enough) return [1_024, first];
  if (65_536 - last >= enough) return [last + 1, 65_536];
  return [lowest, highest];
}

/** Until whoever has it gives it back, or for half a minute. */
export async function untilFree(port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && !(await isFree(port))) await wait(50);
}

/** First and last, as Linux says it; what is usual elsewhere. */
function systemRange(): readonly [number, number] {
  try {
    const [first, last] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/);
    return [Number(first), Number(last)];
  } catch {
    return [49_152, 65_535];
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
