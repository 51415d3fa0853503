/**
 * A disk that takes no more: the child may write no file beyond a limit (`ulimit -f`), which the kernel answers like a
 * failing disk. Later the limit is lifted, as when somebody makes room.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../contracts/store-rows.ts';
import { dataFolder, withStore } from './data-folder.ts';
import { writers, type ChildMessage } from './writing-child.ts';

describe('a disk that fails', () => {
  it('fails the commits it did not take, writes none of them, and serves again when it recovers', async () => {
    const folder = dataFolder();
    const child = startLimited(folder, 700);
    const messages: ChildMessage[] = [];
    child.on('message', (message: ChildMessage) => messages.push(message));
    const failed = () => messages.filter(({ state }) => state === 'failed');

    await expect.poll(() => failed().length).toBe(writers.length);
    expect(failed().every(({ error }) => /^StoreFailure: .*(disk|full)/.test(error ?? ''))).toBe(true);

    child.send('again');
    await expect.poll(() => failed().length).toBe(2 * writers.length);
    const refused = failed().slice(-writers.length);

    execFileSync('prlimit', [`--pid=${child.pid ?? 0}`, '--fsize=unlimited']);
    child.send('again');
    const kept = (room: string) =>
      messages
        .filter((message) => message.state === 'kept' && message.room === room)
        .map(({ number }) => number);
    await expect.poll(() => refused.every(({ room, number }) => kept(room).includes(number + 3))).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');

    await withStore(folder, async (store) => {
      for (const room of writers) {
        const updates = (await readDocument(store, room, 'board'))?.updates ?? [];
        expect(updates).toEqual(updates.map((_, at) => `note ${at + 1}`));
        expect(kept(room)).toEqual(kept(room).map((_, at) => at + 1));
        expect(updates.length - kept(room).length).toBeOneOf([0, 1]);
      }
    });
  });
});

function startLimited(folder: string, blocks: number): ChildProcess {
  const script = fileURLToPath(new URL('./writing-child.ts', import.meta.url));
  return spawn('bash', ['-c', `ulimit -S -f ${blocks} && exec "$0" "$@"`, process.execPath, script, folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
