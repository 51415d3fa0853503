import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptied } from '../../../src/domain/desk/desk.ts';
import type { Turn } from '../../../server/rooms/turn.ts';
import { emptyAllPublished, publishSegment } from '../../../server/rooms/publication.ts';
import { seededRandom } from '../../support/random.ts';
import { openScene, type Scene } from './stored-room.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('publishing', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
  });

  it('[NOTE-1] puts what was added to an open segment on the board in the same commit', async () => {
    const { store, room } = scene;
    const before = store.committed.length;
    await write(0, { id: 'w1', segment: 'wins', text: 'Thanks, Bo', released: true });
    expect(room.board().readNotes()).toMatchObject([{ segment: 'wins', text: 'Thanks, Bo' }]);
    expect(store.committed.length - before).toBe(1);
    expect(store.committed.at(-1)?.receipts).toHaveLength(1);
  });

  it('leaves a draft on its desk that was not added, is empty, or belongs to a hidden segment', async () => {
    await write(0, { id: 'w1', segment: 'wins', text: 'still thinking', released: false });
    await write(0, { id: 'w2', segment: 'wins', text: '   ', released: true });
    await write(0, { id: 'g1', segment: 'gather', text: 'hidden', released: true });
    expect(scene.room.board().readNotes()).toEqual([]);
  });

  it('reveals every written draft of a segment at once and marks each on its desk', async () => {
    const { room, seats } = scene;
    await write(0, { id: 'g1', segment: 'gather', text: 'one', lens: 'user' });
    await write(1, { id: 'g2', segment: 'gather', text: 'two', lens: 'oncall' });
    await write(1, { id: 'g3', segment: 'gather', text: '', lens: 'oncall' });
    await reveal(['user']);
    const notes = room.board().readNotes();
    expect(notes.map(({ text, lens }) => [text, lens]).sort()).toEqual([
      ['one', 'user'],
      ['two', ''],
    ]);
    const draft = room.desk(seats[0] ?? '').readDrafts()[0];
    expect(draft).toMatchObject({
      published: sha256('one'),
      note: notes.find(({ text }) => text === 'one')?.id,
    });
  });

  it('[NOTE-3] empties a draft once its author has kept the receipt, and compacts what was there', async () => {
    const { room, seats, store } = scene;
    await write(0, { id: 'g1', segment: 'gather', text: 'canary words', lens: 'user' });
    await reveal([]);
    const seat = seats[0] ?? '';
    await room.do(() => room.desk(seat).keepDraft('g1'));
    expect(room.desk(seat).readDrafts()[0]).toMatchObject({
      text: '',
      receipt: '',
      note: null,
      published: emptied,
    });
    const stored = await store.loadRoom(room.id);
    const desk = stored?.documents.find(({ key }) => key === `desk:${seat}`);
    const bytes = Buffer.concat([desk?.snapshot ?? Buffer.of(), ...(desk?.updates ?? [])]);
    expect(bytes.includes('canary words')).toBe(false);
    expect(bytes.includes(sha256('g1'))).toBe(false);
  });

  it('[NOTE-4] never erases what its author typed after the reveal, kept or closed', async () => {
    const { room, seats } = scene;
    const seat = seats[0] ?? '';
    for (const id of ['g1', 'g2', 'g3']) await write(0, { id, segment: 'gather', text: id, lens: 'user' });
    await reveal([]);
    await room.do(() => {
      room.desk(seat).textOf('g1')?.splice(2, 0, ' and more');
      room.desk(seat).textOf('g2')?.splice(2, 0, ' and more');
    });
    await room.do(() => room.desk(seat).keepDraft('g1'));
    await room.do(() => emptyAllPublished(room));
    expect(
      room
        .desk(seat)
        .readDrafts()
        .map(({ text, note, published }) => [text, note, published]),
    ).toEqual([
      ['g1 and more', null, emptied],
      ['g2 and more', null, emptied],
      ['', null, emptied],
    ]);
  });

  it('empties at once what has no receipt, since no browser could keep it', async () => {
    const { room, seats } = scene;
    await write(0, { id: 'g1', segment: 'gather', text: 'one', receipt: '' });
    await reveal([]);
    expect(room.desk(seats[0] ?? '').readDrafts()[0]).toMatchObject({
      text: '',
      note: null,
      published: emptied,
    });
  });

  it('keeps words that were typed elsewhere while the draft was emptied', async () => {
    const { room, seats } = scene;
    const seat = seats[0] ?? '';
    await write(0, { id: 'g1', segment: 'gather', text: 'one' });
    await reveal([]);
    await room.do(() => {
      room.desk(seat).textOf('g1')?.splice(3, 0, ' and more');
    });
    expect(room.desk(seat).readDrafts()[0]?.text).toBe('one and more');
    expect(room.board().readNotes()[0]?.text).toBe('one');
  });

  it('shuffles: over many reveals the first to write is not the first on the board', async () => {
    const { room } = scene;
    const firsts = new Set<string>();
    for (let n = 0; n < 12; n++) {
      for (const author of [0, 1, 2]) {
        await write(author, { id: `g${n}${author}`, segment: 'gather', text: `${n} by ${author}` });
      }
      await reveal([], n);
      const fresh = room
        .board()
        .readNotes()
        .filter(({ text }) => text.startsWith(`${n} `));
      firsts.add(fresh[0]?.text.slice(-1) ?? '');
    }
    expect(firsts.size).toBeGreaterThan(1);
  });

  async function write(
    author: number,
    draft: { id: string; segment: string; text: string; lens?: string; released?: boolean; receipt?: string },
  ): Promise<void> {
    const desk = () => scene.room.desk(scene.seats[author] ?? '');
    await scene.room.do(() =>
      desk().addDraft(draft.id, {
        ...{ lens: '', prompt: '', released: false, late: false, receipt: sha256(draft.id) },
        ...draft,
      }),
    );
  }

  async function reveal(shown: readonly string[], seed = 1): Promise<void> {
    const { room } = scene;
    await room.do((turn: Turn) => publishSegment(room, turn, 'gather', shown, seededRandom(seed)));
  }
});
