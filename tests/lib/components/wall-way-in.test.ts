import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wayIn } from '../../../src/lib/components/wall/way-in.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { LinksAnswer } from '../../../src/protocol/http.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';

beforeEach(() => vi.stubGlobal('location', new URL('http://retro.example/r/room/wall')));
afterEach(() => vi.unstubAllGlobals());

const observer = '/j/room#watching';
const participant = '/j/room#writing';

function roomOf(answer: Partial<LinksAnswer> | null, stage: Partial<StageState> = {}) {
  const links = { outcome: answer && { ok: true, answer } };
  return { links, stage: { door: 'open', phase: 'running', ...stage } } as unknown as RoomView;
}

describe('the way in that a wall shows', () => {
  test('is the link with which people take part, where this browser knows it', () => {
    const way = wayIn(roomOf({ observer, participant }));
    expect(way).toMatchObject({ address: 'http://retro.example/j/room#writing', mayWrite: true });
    expect(way).toMatchObject({ spelled: 'retro.example/j/room#writing', at: 'Take part at' });
  });

  test('is the one for observers otherwise, and promises no more', () => {
    expect(wayIn(roomOf({ observer }))).toMatchObject({ what: 'Scan to watch', at: 'Watch at' });
  });

  test('is the address at which other devices reach this machine', () => {
    const way = wayIn(roomOf({ observer, addresses: ['http://192.0.2.7:3000'] }));
    expect(way).toMatchObject({ spelled: '192.0.2.7:3000/j/room#watching', isOnlyHere: false });
  });

  test('is none where nobody new gets in, when the meeting is over, and before the links are known', () => {
    const known = { observer, participant };
    expect(wayIn(roomOf(known, { door: 'locked' }))).toBeNull();
    expect(wayIn(roomOf(known, { phase: 'closed' }))).toBeNull();
    expect(wayIn(roomOf(null))).toBeNull();
    expect(wayIn(roomOf(known, { door: 'ask' }))).not.toBeNull();
  });
});
