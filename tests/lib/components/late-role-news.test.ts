import { afterEach, expect, test, vi } from 'vitest';

const path = '../../../src/lib/components/room/role-news.ts';

afterEach(() => vi.doUnmock(path));

test('what is said of the lead is left unsaid where it cannot be fetched, and said the next time', async () => {
  vi.doMock(path, () => {
    throw new Error('gone with the old build');
  });
  const { newsOfRoles } = await import('../../../src/lib/components/room/late-role-news.ts');
  const asked = () => newsOfRoles(({ roleNews }) => typeof roleNews);
  expect(await asked()).toBeNull();
  vi.doUnmock(path);
  expect(await asked()).toBe('function');
});
