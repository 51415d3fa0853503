import { describe, expect, test } from 'vitest';
import { HalfTyped } from '../../../src/lib/room/half-typed.ts';
import { memoryDevice } from './memory-device.ts';

const words = (text: string, segment = 'gather') => ({ segment, lens: 'user', prompt: '', text });

/** A browser whose pages come and go. */
function browser({ full = false } = {}) {
  const device = memoryDevice({ full });
  const open = new Set<string>();
  const locks = {
    request: async (name: string, hold: () => Promise<void>) => {
      open.add(name);
      await hold();
      open.delete(name);
    },
    query: async () => ({ held: [...open].map((name) => ({ name })) }),
  } as unknown as LockManager;
  let page = 0;
  return { device, openPage: () => new HalfTyped('room', device, `page${(page += 1)}`, locks) };
}

const closing = async (page: HalfTyped) => {
  page.close();
  await Promise.resolve();
  await Promise.resolve();
};

describe('half-typed words', () => {
  test('of a page that is gone are taken over, with the lens they were begun under', async () => {
    const { openPage } = browser();
    const before = openPage();
    before.write(words('half a sen'));
    await closing(before);
    const after = openPage();
    expect(await after.adopt('gather')).toEqual(words('half a sen'));
    expect(after.read('gather')).toEqual(words('half a sen'));
  });

  test('of a page that is open are left to it', async () => {
    const { openPage } = browser();
    const [left, right] = [openPage(), openPage()];
    left.write(words('on the left'));
    right.write(words('on the right'));
    expect(await right.adopt('gather')).toBeNull();
    expect(await right.take()).toMatchObject([{ text: 'on the right' }]);
    expect(left.read('gather')?.text).toBe('on the left');
    expect(await left.take()).toMatchObject([{ text: 'on the left' }]);
  });

  test('never take the place of what is being typed', async () => {
    const { openPage } = browser();
    const before = openPage();
    before.write(words('older'));
    await closing(before);
    const after = openPage();
    const adopting = after.adopt('gather');
    after.write(words('newer'));
    expect(await adopting).toBeNull();
    expect((await after.take()).map(({ text }) => text).sort()).toEqual(['newer', 'older']);
  });

  test('are taken once, and of one segment only where asked', async () => {
    const { openPage, device } = browser();
    const page = openPage();
    page.write(words('one', 'wins'));
    page.write(words('two'));
    expect(await page.take('wins')).toMatchObject([{ segment: 'wins', lens: 'user', text: 'one' }]);
    expect(await page.take()).toMatchObject([{ text: 'two' }]);
    expect(await page.take()).toEqual([]);
    expect(device.keys('hearth:room:half-typed:')).toEqual([]);
  });

  test('make one draft, whichever tab they were left in', async () => {
    const { openPage } = browser();
    const [left, right] = [openPage(), openPage()];
    left.write(words('same'));
    right.write(words('same'));
    const [[one], [other]] = [await left.take(), await right.take()];
    expect(one?.id).toBe(other?.id);
  });

  test('outlive their field where the device stores nothing', () => {
    const { openPage } = browser({ full: true });
    const page = openPage();
    page.write(words('unstored'));
    expect(page.read('gather')?.text).toBe('unstored');
    page.write(words(''));
    expect(page.read('gather')).toBeNull();
  });
});
