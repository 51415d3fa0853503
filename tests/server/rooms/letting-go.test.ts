import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { followAgenda } from '../../../server/rooms/letting-go.ts';
import { emptyAllPublished } from '../../../server/rooms/publication.ts';
import { seededRandom } from '../../support/random.ts';
import { openScene, type Scene } from './stored-room.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const chance = seededRandom(3);

describe('notes that people let go of', () => {
  it('[NOTE-10] wait on their desks until three people have let go of one, then go together', async () => {
    const scene = await gathering();
    await letGo(scene, 0, 'one');
    await letGo(scene, 0, 'two');
    await letGo(scene, 1, 'three');
    expect(texts(scene)).toEqual([]);
    const before = scene.store.committed.length;
    await letGo(scene, 2, 'four');
    expect(texts(scene).sort()).toEqual(['four', 'one', 'three', 'two']);
    expect(scene.store.committed.length - before).toBe(1);
    expect(scene.store.committed.at(-1)?.receipts).toHaveLength(4);
  });

  it('[NOTE-10] wait for three again after that', async () => {
    const scene = await gathering();
    for (const author of [0, 1, 2]) await letGo(scene, author, `first ${author}`);
    for (const author of [0, 1]) await letGo(scene, author, `second ${author}`);
    expect(texts(scene)).toHaveLength(3);
    await letGo(scene, 2, 'second 2');
    expect(texts(scene)).toHaveLength(6);
  });

  it('do not wait for what was taken back, emptied or deleted', async () => {
    const scene = await gathering();
    for (const author of [0, 1]) await letGo(scene, author, `note ${author}`);
    await scene.room.do(() => desk(scene, 0).releaseDraft(idOf('note 0'), false));
    await letGo(scene, 2, 'note 2');
    expect(texts(scene)).toEqual([]);
    await scene.room.do(() => desk(scene, 0).releaseDraft(idOf('note 0'), true));
    expect(texts(scene)).toHaveLength(3);
    expect(desk(scene, 0).readDrafts()[0]?.published).toBe(sha256('note 0'));
  });

  it('take nothing along that its author has not let go of', async () => {
    const scene = await gathering();
    await write(scene, 0, 'mine still', false);
    for (const author of [0, 1, 2]) await letGo(scene, author, `note ${author}`);
    expect(texts(scene)).not.toContain('mine still');
  });

  it('[NOTE-10] go to the board, from however few, when people go on from there', async () => {
    const scene = await gathering();
    await letGo(scene, 0, 'alone');
    await write(scene, 1, 'kept', false);
    await happen(scene, { type: 'segmentLeft', segment: 'gather', as: 'done' }, entered('group'));
    expect(texts(scene)).toEqual(['alone']);
  });

  it('stay where the segment is only begun anew', async () => {
    const scene = await gathering();
    await letGo(scene, 0, 'alone');
    const again = { ...entered('gather'), how: 'repeat' } as const;
    await happen(scene, { type: 'segmentLeft', segment: 'gather', as: 'waiting' }, again);
    expect(texts(scene)).toEqual([]);
  });

  it('[NOTE-10] go to the board when the room closes, and nothing on a desk names them then', async () => {
    const scene = await gathering();
    await letGo(scene, 0, 'alone');
    await scene.room.do((turn) => {
      const closed: StageEvent[] = [{ at: turn.now, type: 'roomClosed', openItems: [], why: null }];
      turn.emit(closed);
      followAgenda(scene.room, turn, closed, chance);
      emptyAllPublished(scene.room);
    });
    expect(texts(scene)).toEqual(['alone']);
    expect(desk(scene, 0).readDrafts()[0]).toMatchObject({ text: '', note: null, receipt: '' });
  });

  it('go nowhere before the meeting gets to them', async () => {
    const scene = await gathering({ begun: false });
    for (const author of [0, 1, 2]) await letGo(scene, author, `note ${author}`);
    expect(texts(scene)).toEqual([]);
    await happen(scene, entered('gather'));
    expect(texts(scene)).toHaveLength(3);
  });

  it.each(['participant', 'facilitator'] as const)(
    'wait while the board is locked, of a %s too',
    async (role) => {
      const scene = await gathering();
      await happen(scene, ...scene.seats.map((seat) => ({ type: 'seatRoleSet', seat, role }) as const));
      await happen(scene, { type: 'boardLocked', locked: true });
      for (const author of [0, 1, 2]) await letGo(scene, author, `note ${author}`);
      expect(texts(scene)).toEqual([]);
      await happen(scene, { type: 'boardLocked', locked: false });
      expect(texts(scene)).toHaveLength(3);
    },
  );

  it('go at once where notes carry names', async () => {
    const scene = await gathering({ named: true });
    await letGo(scene, 0, 'mine');
    expect(scene.room.board().readNotes()).toMatchObject([{ text: 'mine', signedBy: scene.seats[0] }]);
  });

  it('are still waiting after the server was started again', async () => {
    const scene = await gathering();
    for (const author of [0, 1]) await letGo(scene, author, `note ${author}`);
    await scene.room.settled();
    scene.room.end('restarting');
    const opened = await scene.registry.open(scene.room.id);
    if (!opened) throw new Error('no room');
    const again = { ...scene, room: opened.room };
    await letGo(again, 2, 'note 2');
    expect(texts(again).sort()).toEqual(['note 0', 'note 1', 'note 2']);
  });

  it('empty what no browser has a receipt for, on every desk of the batch', async () => {
    const scene = await gathering();
    await write(scene, 0, 'no receipt', true, '');
    for (const author of [1, 2]) await letGo(scene, author, `note ${author}`);
    expect(desk(scene, 0).readDrafts()[0]).toMatchObject({ text: '', note: null });
  });
});

/** The perspectives of heart and heat, where people let go of notes themselves. */
async function gathering({ named = false, begun = true } = {}): Promise<Scene> {
  const scene = await openScene({ named });
  const { segments, bufferMs, title } = scene.room.stage;
  const own = segments.map((segment) =>
    segment.id === 'gather' ? { ...segment, policy: 'own' as const } : segment,
  );
  await happen(scene, { type: 'agendaSet', segments: own, budgets: {}, bufferMs, title });
  await happen(scene, { type: 'meetingStarted' });
  if (begun) await happen(scene, entered('gather'));
  return scene;
}

type Happening = StageEvent extends infer E ? (E extends StageEvent ? Omit<E, 'at'> : never) : never;

const entered = (segment: string) =>
  ({ type: 'segmentEntered', segment, how: 'next', budgetMs: 60_000 }) as const;

async function happen({ room }: Scene, ...happenings: readonly Happening[]): Promise<void> {
  await room.do((turn) => {
    const events = happenings.map((one) => ({ ...one, at: turn.now }));
    turn.emit(events);
    followAgenda(room, turn, events, chance);
  });
}

const desk = ({ room, seats }: Scene, author: number) => room.desk(seats[author] ?? '');
const texts = ({ room }: Scene) =>
  room
    .board()
    .readNotes()
    .map(({ text }) => text);

async function write(
  scene: Scene,
  author: number,
  text: string,
  released: boolean,
  receipt = sha256(text),
): Promise<void> {
  const draft = { segment: 'gather', lens: '', prompt: '', text, released, late: false, receipt };
  await scene.room.do(() => desk(scene, author).addDraft(idOf(text), draft));
}

const idOf = (text: string) => text.replaceAll(' ', '-');

const letGo = (scene: Scene, author: number, text: string) => write(scene, author, text, true);
