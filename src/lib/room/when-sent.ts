import type { SharedDocument } from './shared-document.ts';

/** How long a word waits for the text it is given on to reach the server. */
const patienceMs = 5_000;

/** Resolves once nothing written here is on its way any more, or after a while; at once where it cannot be sent now. */
export function whenSent(shared: SharedDocument<unknown>): Promise<void> {
  if (shared.saving !== 'saving') return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    const stop = shared.onChange(() => {
      if (shared.saving !== 'saving') done();
    });
  });
}
