import { describe, expect, it } from 'vitest';
import type { Fate } from '../../../src/domain/board/earlier.ts';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { actionsLeftOut, openActions } from '../../../src/domain/record/open-actions.ts';
import { roomRecordSchema } from '../../../src/domain/record/room-record.ts';
import type { Aim } from '../../../src/protocol/aims.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';

const aims: Readonly<Record<string, Aim>> = { Moved: 'detect', Dropped: 'mitigate' };

/** A room that took four actions over and has said what became of three. */
function followedUp(): RecordedRoom {
  const room = new RecordedRoom();
  const promised: readonly (readonly [string, Fate | null])[] = [
    ['Kept', 'kept'],
    ['Moved', 'moved'],
    ['Dropped', 'dropped'],
    ['Forgotten', null],
  ];
  for (const [title, fate] of promised) {
    room.earlier.add(title.toLowerCase(), {
      title,
      owner: 'Ana',
      due: '2026-11-20',
      aim: aims[title] ?? null,
    });
    room.earlier.setFate(title.toLowerCase(), fate);
  }
  room.earlier.setMovedTo('moved', '2026-12-04');
  room.earlier.setMovedTo('kept', '2026-12-05');
  room.earlier.whyOf('dropped')?.splice(0, 0, 'The feature is gone');
  return room;
}

describe('what the meeting before had left open', () => {
  it('[FOLLOW-3] stands on the record with what became of it', () => {
    const record = followedUp().record();
    expect(roomRecordSchema.safeParse(record).error?.issues).toBeUndefined();
    expect(record.earlier?.map(({ title, fate, movedTo, why }) => ({ title, fate, movedTo, why }))).toEqual([
      { title: 'Kept', fate: 'kept', movedTo: null, why: '' },
      { title: 'Moved', fate: 'moved', movedTo: '2026-12-04', why: '' },
      { title: 'Dropped', fate: 'dropped', movedTo: null, why: 'The feature is gone' },
      { title: 'Forgotten', fate: null, movedTo: null, why: '' },
    ]);
  });

  it('[FOLLOW-4] is carried on where it was moved, by its new day, or where nobody said; behind what is new', () => {
    const room = followedUp();
    room.board.addAction('a1', 'New one');
    room.board.setAim('a1', 'prevent');
    expect(openActions(room.record())).toEqual([
      { title: 'New one', owner: null, due: null, aim: 'prevent' },
      { title: 'Moved', owner: 'Ana', due: '2026-12-04', aim: 'detect' },
      { title: 'Forgotten', owner: 'Ana', due: '2026-11-20', aim: null },
    ]);
    expect(actionsLeftOut(room.record())).toEqual([]);
  });

  it('[FOLLOW-4] where it is more than a room takes, what is new goes first, and the rest is named', () => {
    const room = followedUp();
    for (let i = 1; i <= 49; i++) room.board.addAction(`a${i}`, `New ${i}`);
    expect(openActions(room.record()).map(({ title }) => title)).toEqual([
      ...Array.from({ length: 49 }, (_, i) => `New ${i + 1}`),
      'Moved',
    ]);
    expect(actionsLeftOut(room.record()).map(({ title }) => title)).toEqual(['Forgotten']);
  });

  it('is told in Markdown in a section of its own', () => {
    const markdown = recordMarkdown(followedUp().record());
    expect(markdown).toContain('## Earlier actions\n');
    expect(markdown).toContain('Kept (owner: Ana), due 2026-11-20: kept');
    expect(markdown).toContain('Moved (detect; owner: Ana), due 2026-11-20: moved to 2026-12-04');
    expect(markdown).toContain('Forgotten (owner: Ana), due 2026-11-20: not talked about, carried on');
    expect(markdown).toMatch(/Dropped .*: dropped\n.*Why: The feature is gone/);
    expect(recordMarkdown(new RecordedRoom().record())).not.toContain('Earlier actions');
  });

  it('[FOLLOW-3] stands among what was open where a new day or a why is missing', () => {
    const room = new RecordedRoom();
    for (const fate of ['moved', 'dropped'] as const) {
      room.earlier.add(fate, { title: `To be ${fate}`, owner: 'Ana', due: null, aim: null });
      room.earlier.setFate(fate, fate);
    }
    room.tell(60, {
      type: 'roomClosed',
      openItems: [
        { kind: 'earlier', id: 'moved', title: 'To be moved', lacks: ['due'] },
        { kind: 'earlier', id: 'dropped', title: 'To be dropped', lacks: ['why'] },
      ],
      why: 'Time is up',
    });
    const record = room.record();
    expect(roomRecordSchema.safeParse(record).error?.issues).toBeUndefined();
    const markdown = recordMarkdown(record);
    expect(markdown).toContain('To be moved (owner: Ana): moved, without a new date');
    expect(markdown).toContain('To be dropped (owner: Ana): dropped, without a why');
    expect(markdown).toContain('Promised before: To be moved (needs a date)');
    expect(markdown).toContain('Promised before: To be dropped (needs a why)');
  });
});
