/** A connection over its rate, on a real socket, while the server's time stands still. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HandClock } from '../support/hand-clock.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

const titles = Array.from({ length: 12 }, (_, n) => `word ${n}`);

describe('somebody who writes faster than the rate', () => {
  let clock: HandClock;
  let live: LiveRoom;
  let ana: HeadlessPerson;
  beforeEach(async () => {
    clock = new HandClock();
    live = await openLiveRoom({
      around: { clock },
      env: { HEARTH_FRAMES_PER_SECOND: '1', HEARTH_FRAMES_BURST: '5' },
    });
    ana = await live.join('Ana');
    await Promise.all([live.mara.open('board'), ana.open('board')]);
  });
  afterEach(() => live.close());

  const seen = () =>
    live.mara
      .board()
      .readActions()
      .map(({ title }) => title);

  it('[SYNC-10] is read later, in order and to the last frame, and nobody else waits', async () => {
    for (const [n, title] of titles.entries()) ana.board().addAction(`a${n}`, title);
    // What came in one piece is read in one piece, and paid for afterwards.
    await live.mara.boardDocument.until(() => seen().length === titles.length);
    ana.board().addAction('late', 'The last');
    const bo = await live.join('Bo');
    await bo.open('board');
    bo.board().addAction('b', 'From Bo');
    await live.mara.boardDocument.until(() => seen().includes('From Bo'));
    expect(seen()).toEqual([...titles, 'From Bo']);
    expect(ana.boardDocument.isSaved).toBe(false);
    clock.advance(20_000);
    await live.mara.boardDocument.until(() => seen().includes('The last'));
    await ana.boardDocument.saved();
    expect(ana.boardDocument.isOpen).toBe(true);
  });
});
