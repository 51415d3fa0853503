import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { EarlierActions } from '../../../src/domain/board/earlier.ts';
import { Incident } from '../../../src/domain/board/incident.ts';
import { Outcomes } from '../../../src/domain/board/outcomes.ts';
import { Timeline } from '../../../src/domain/board/timeline.ts';
import { Topics } from '../../../src/domain/board/topics.ts';
import { Desk } from '../../../src/domain/desk/desk.ts';
import { wordsOnlyIn } from '../../../src/lib/room/words-only-here.ts';

const own = { kind: 'own' } as const;
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('[SYNC-12] what only a refused document held', () => {
  test('entries that never arrived, and sentences that went on here', () => {
    const fresh = new Y.Doc();
    new Board(fresh, own).addDecision('shared', 'we ship');
    const aside = copyOf(fresh);
    const board = new Board(aside, own);
    board.textOf('decisions', 'shared')?.splice(7, 0, ' on Friday');
    board.addAction('mine', 'call the bank');
    expect(wordsOnlyIn(aside, fresh, 'board').map(({ text }) => text)).toEqual([
      'we ship on Friday',
      'call the bank',
    ]);
  });

  test('every text of a topic, of an outcome, of what belongs to it, and of the lines for others', () => {
    const fresh = new Y.Doc();
    new Board(fresh, own).addDecision('d1', 'we ship');
    new Board(fresh, own).addAction('a1', 'call the bank');
    new Outcomes(fresh, { kind: 'server' }).addHeadlines();
    const aside = copyOf(fresh);
    const outcomes = new Outcomes(aside, own);
    const topics = new Topics(aside, own);
    topics.addTopic('t1', [], 'the runbook');
    topics.minutesOf('t1')?.splice(0, 0, 'we talked');
    outcomes.addOption('o1', 'd1');
    outcomes.addPosition('p1', 'd1');
    outcomes.textOf('outcomes', 'd1', 'rejected')?.splice(0, 0, 'waiting');
    outcomes.textOf('options', 'o1', 'bad')?.splice(0, 0, 'too slow');
    outcomes.textOf('positions', 'p1', 'text')?.splice(0, 0, 'not on Friday');
    outcomes.textOf('actions', 'a1', 'toSelf')?.splice(0, 0, 'ask for Kim');
    outcomes.textOf('headlines', 'cost', 'text')?.splice(0, 0, 'two days');
    expect(wordsOnlyIn(aside, fresh, 'board').map(({ text }) => text)).toEqual([
      ...['the runbook', 'we talked', 'waiting', 'too slow', 'not on Friday', 'ask for Kim', 'two days'],
    ]);
  });

  test('what was said of an earlier promise and of an incident, and what happened, with its time', () => {
    const fresh = new Y.Doc();
    new EarlierActions(fresh, { kind: 'server' }).add('e1', {
      title: 'x',
      owner: null,
      due: null,
      aim: null,
    });
    new Incident(fresh, { kind: 'server' }).addParts();
    const aside = copyOf(fresh);
    new EarlierActions(aside, own).whyOf('e1')?.splice(0, 0, 'no budget');
    new Incident(aside, own).textOf('impact')?.splice(0, 0, 'nobody could pay');
    const at = Date.parse('2026-11-21T14:05:00Z');
    new Timeline(aside, own).add('x1', { at, what: 'the queue is full', source: null });
    expect(wordsOnlyIn(aside, fresh, 'board').map(({ text }) => text)).toEqual([
      ...['no budget', 'nobody could pay', '2026-11-21T14:05:00.000Z the queue is full'],
    ]);
  });

  test('not what others wrote meanwhile, and not what was merely erased here', () => {
    const fresh = new Y.Doc();
    new Board(fresh, own).addDecision('a', 'we ship on Friday');
    new Board(fresh, own).addDecision('b', 'we wait');
    const aside = copyOf(fresh);
    new Board(fresh, own).textOf('decisions', 'b')?.splice(7, 0, ' for Ada');
    new Board(aside, own).textOf('decisions', 'a')?.splice(7, 10, '');
    expect(wordsOnlyIn(aside, fresh, 'board')).toEqual([]);
  });

  test('drafts keep their place, empty ones are not kept, and the same words have the same id', () => {
    const aside = new Y.Doc();
    const desk = new Desk(aside, 'own');
    const draft = { segment: 's1', lens: 'user', prompt: '', receipt: '', released: false, late: false };
    desk.addDraft('d1', { ...draft, text: 'private words' });
    desk.addDraft('d2', { ...draft, text: '  ' });
    const kept = wordsOnlyIn(aside, new Y.Doc(), 'desk');
    expect(kept).toMatchObject([{ segment: 's1', lens: 'user', text: 'private words' }]);
    expect(kept[0]?.id).toMatch(/^[a-z0-9]{1,32}$/);
    expect(wordsOnlyIn(aside, new Y.Doc(), 'desk')).toEqual(kept);
  });

  test('words written into a draft that was published and emptied meanwhile', () => {
    const fresh = new Y.Doc();
    new Desk(fresh, 'own').addDraft('d1', {
      segment: 's1',
      lens: '',
      prompt: '',
      text: 'old',
      receipt: '',
      released: false,
      late: false,
    });
    const aside = copyOf(fresh);
    const untouched = copyOf(fresh);
    new Desk(fresh, 'server').markPublished('d1', 'n1', 'f'.repeat(64));
    new Desk(fresh, 'server').emptyDraft('d1', 'erase');
    new Desk(aside, 'own').textOf('d1')?.splice(3, 0, ' and new');
    expect(wordsOnlyIn(aside, fresh, 'desk').map(({ text }) => text)).toEqual(['old and new']);
    expect(wordsOnlyIn(untouched, fresh, 'desk')).toEqual([]);
  });
});
