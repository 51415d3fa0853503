import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { Outcomes } from '../../../src/domain/board/outcomes.ts';
import { withoutBlank } from '../../../src/domain/board/topic-arrangement.ts';
import { Topics } from '../../../src/domain/board/topics.ts';
import { exchange } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;

/** A board with two notes. */
function board() {
  const doc = new Y.Doc();
  const server = new Board(doc, { kind: 'server' });
  for (const id of ['n1', 'n2'])
    server.addNote(id, { segment: 's1', lens: '', prompt: '', text: `Note ${id}` });
  return person(doc);
}

function person(doc: Y.Doc) {
  const [notes, topics, outcomes] = [new Board(doc, own), new Topics(doc, own), new Outcomes(doc, own)];
  const all = () => topics.readTopics(notes.readNotes());
  return {
    ...{ doc, topics, outcomes },
    all: () => all().map(({ id }) => id),
    asked: () => withoutBlank(all()).map(({ id }) => id),
  };
}

describe('a topic in which nothing is', () => {
  it('and about which nobody said a word is not asked about, until a note is in it again', () => {
    const { topics, all, asked } = board();
    topics.addTopic('t1', []);
    expect([all(), asked()]).toEqual([
      ['t1', 'n1', 'n2'],
      ['n1', 'n2'],
    ]);
    topics.moveNotes(['n2'], 't1');
    expect(asked()).toEqual(['t1', 'n1']);
  });

  it('is left over by one of two people who group the same notes at once, and is asked about by nobody', () => {
    const one = board();
    const other = person(new Y.Doc());
    exchange(one.doc, other.doc);
    one.topics.addTopic('t1', ['n1', 'n2']);
    other.topics.addTopic('t2', ['n1', 'n2']);
    exchange(one.doc, other.doc);
    expect(one.all()).toHaveLength(2);
    expect(one.asked()).toHaveLength(1);
    expect(other.asked()).toEqual(one.asked());
  });

  it.each([
    ['has a title', ({ topics }: ReturnType<typeof board>) => topics.titleOf('t1')?.splice(0, 0, 'Speed')],
    ['has minutes', ({ topics }: ReturnType<typeof board>) => topics.minutesOf('t1')?.splice(0, 0, 'Slow')],
    ['has an outcome', ({ outcomes }: ReturnType<typeof board>) => outcomes.setKind('t1', 'let-go')],
  ])('and that %s is asked about as any other', (_what, say) => {
    const place = board();
    place.topics.addTopic('t1', []);
    say(place);
    expect(place.asked()).toContain('t1');
  });

  it.each([
    ['said', ({ topics }: ReturnType<typeof board>) => topics.minutesOf('t1')?.splice(0, 0, 'Slow')],
    ['chosen', ({ outcomes }: ReturnType<typeof board>) => outcomes.setKind('t1', 'decision')],
  ])('stays in sight when it is ungrouped after something was %s', (_what, talk) => {
    const place = board();
    place.topics.addTopic('t1', ['n1', 'n2'], 'Speed');
    talk(place);
    place.topics.ungroup(['t1'], () => 'unused');
    expect(place.asked()).toEqual(['t1', 'n1', 'n2']);
  });

  it('control: is gone when it is ungrouped before that', () => {
    const { topics, asked } = board();
    topics.addTopic('t1', ['n1', 'n2'], 'Speed');
    topics.ungroup(['t1'], () => 'unused');
    expect(asked()).toEqual(['n1', 'n2']);
  });
});
