/** A check-in that asks everybody for a word: it is on the board as soon as it is added, and on the record. */
import { afterEach, describe, expect, it } from 'vitest';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let live: LiveRoom | null = null;
afterEach(() => live?.close());

const part = {
  ...{ question: '', minutes: 5, lenses: [], rounds: 1, prompts: [], preReads: [], notes: '' },
  checkIn: 'none',
};
const agenda = {
  segments: [
    { ...part, activity: 'check-in', title: 'Arriving', policy: 'open', checkIn: 'word' },
    { ...part, activity: 'decide', title: 'Decide', policy: 'none' },
  ],
  buffer: 5,
  lenses: [],
};

describe('a word from everybody', () => {
  it('appears as it is added and says nothing about who wrote it; it is no topic, and on the record', async () => {
    live = await openLiveRoom({}, { agenda, minutes: 15 });
    const { mara } = live;
    const ana = await live.join('Ana');
    const wall = await live.watch();
    for (const person of [mara, ana, wall]) {
      await person.stage.connect();
      await person.open('board');
    }
    await ana.open('desk');
    const segment = mara.stage.state?.segments[0];
    expect(segment).toMatchObject({ activity: 'check-in', checkIn: 'word', policy: 'open' });
    expect(await mara.stage.command({ type: 'startMeeting' })).toMatchObject({ ok: true });
    ana.write({ id: 'arrives', segment: segment?.id ?? '', text: 'curious', released: true });
    await wall.boardDocument.until(() => wall.board().readNotes().length === 1);
    expect(wall.board().readNotes()).toMatchObject([
      { text: 'curious', segment: segment?.id, signedBy: null },
    ]);
    expect(Buffer.concat(wall.boardDocument.received).includes(ana.seat)).toBe(false);
    const record = await (await mara.request('GET', '/record.md')).text();
    expect(record).toMatch(/## Notes: Arriving\n\n(?:\*|-) curious/);
  });
});
