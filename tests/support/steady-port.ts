import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/**
 * A free port for a server that is stopped and started again on it. Outside the range from which the system takes
 * ports by itself: otherwise, while the server is down, any connection or server of another test may get this one.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 30_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
