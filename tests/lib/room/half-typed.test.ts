import { describe, expect, test } from 'vitest';
import { HalfTyped, readHalfTyped } from '../../../src/lib/room/half-typed.ts';
import type { KeptWords } from '../../../src/lib/room/words-only-here.ts';
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

/** What a page hands over to something that keeps it. */
const take = async (page: HalfTyped, segment?: string): Promise<KeptWords[]> => {
  const taken: KeptWords[] = [];
  await page.handOver((words) => taken.push(...words) > 0, segment);
  return taken;
};

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
    expect(await take(right)).toMatchObject([{ text: 'on the right' }]);
    expect(left.read('gather')?.text).toBe('on the left');
    expect(await take(left)).toMatchObject([{ text: 'on the left' }]);
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
    expect((await take(after)).map(({ text }) => text).sort()).toEqual(['newer', 'older']);
  });

  test('are taken once, and of one segment only where asked', async () => {
    const { openPage, device } = browser();
    const page = openPage();
    page.write(words('one', 'wins'));
    page.write(words('two'));
    expect(await take(page, 'wins')).toMatchObject([{ segment: 'wins', lens: 'user', text: 'one' }]);
    expect(await take(page)).toMatchObject([{ text: 'two' }]);
    expect(await take(page)).toEqual([]);
    expect(device.keys('hearth:room:half-typed:')).toEqual([]);
  });

  test('stay where they are unless they are held elsewhere, and so does what was typed on meanwhile', async () => {
    const { openPage, device } = browser();
    const before = openPage();
    before.write(words('of a page that is gone'));
    await closing(before);
    const page = openPage();
    page.write(words('one', 'wins'));
    page.write(words('two'));
    await page.handOver(() => Promise.resolve(false));
    expect(readHalfTyped('room', device).map(({ text }) => text)).toEqual([
      'of a page that is gone',
      'one',
      'two',
    ]);
    await page.handOver(() => {
      page.write(words('two and more'));
      return true;
    });
    expect(readHalfTyped('room', device)).toEqual([words('two and more')]);
  });

  test('make one draft, whichever tab they were left in', async () => {
    const { openPage } = browser();
    const [left, right] = [openPage(), openPage()];
    left.write(words('same'));
    right.write(words('same'));
    const [[one], [other]] = [await take(left), await take(right)];
    expect(one?.id).toBe(other?.id);
  });

  test('keep the day that their lines are on, which a draft has none of', async () => {
    const { openPage } = browser();
    const before = openPage();
    before.write({ ...words('14:05 Deploy'), day: '2026-11-19' });
    await closing(before);
    const after = openPage();
    expect(await after.adopt('gather')).toEqual({ ...words('14:05 Deploy'), day: '2026-11-19' });
    const [draft] = await take(after);
    expect(Object.keys(draft ?? {}).sort()).toEqual(['id', 'lens', 'prompt', 'segment', 'text']);
  });

  test('without a field are found, also of a page that is gone, and stay where their field finds them again', async () => {
    const { openPage } = browser();
    const before = openPage();
    before.write(words('of a page that is gone', 'wins'));
    before.write(words('still has its field', 'gather'));
    await closing(before);
    const page = openPage();
    page.write(words('of this page', 'retro'));
    page.write(words('  ', 'thanks'));
    const stray = await page.findStray((segment) => segment === 'gather');
    expect(stray.map(({ text }) => text)).toEqual(['of this page', 'of a page that is gone']);
    expect(page.read('gather')).toBeNull();
    expect(page.read('wins')?.text).toBe('of a page that is gone');
    expect(await page.adopt('gather')).toEqual(words('still has its field'));
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
