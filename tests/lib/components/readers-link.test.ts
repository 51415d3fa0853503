import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readersLink } from '../../../src/lib/components/record/readers-link.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import type { Outcome } from '../../../src/protocol/errors.ts';
import type { LinksAnswer } from '../../../src/protocol/http.ts';

const links = { participant: '/j/abc#writes', observer: '/j/abc#reads' };

beforeEach(() => void vi.stubGlobal('location', new URL('http://localhost:5000/r/abc/record')));
afterEach(() => void vi.unstubAllGlobals());

function linkOf(outcome: Outcome<{ answer: LinksAnswer }>, door = 'open'): Promise<string | null> {
  const room = { stage: { door }, links: { ask: () => Promise.resolve(outcome) } };
  return readersLink(room as unknown as RoomView);
}

test('whoever was not there reads on by the link for watching, where other devices reach the room', async () => {
  const answer = { ...links, addresses: ['http://192.168.1.7:5000', 'http://10.0.0.2:5000'] };
  expect(await linkOf({ ok: true, answer })).toBe('http://192.168.1.7:5000/j/abc#reads');
  vi.stubGlobal('location', new URL('https://retro.example.org/r/abc/record'));
  expect(await linkOf({ ok: true, answer: links })).toBe('https://retro.example.org/j/abc#reads');
});

test('no link is better than one that leads nobody in', async () => {
  const answer = { ...links, addresses: ['http://192.168.1.7:5000'] };
  expect(await linkOf({ ok: true, answer: links })).toBeNull();
  expect(await linkOf({ ok: true, answer }, 'locked')).toBeNull();
  expect(await linkOf({ ok: false, code: 'unreachable' })).toBeNull();
});
