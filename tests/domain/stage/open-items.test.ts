import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/domain/board/board.ts';
import type { EarlierAction } from '../../../src/domain/board/earlier.ts';
import { withTopicNames } from '../../../src/domain/stage/open-items.ts';
import { Meeting } from './meeting.ts';
import { action, ana, earlierAction, given, openIn, ops, outcome, position } from './promised.ts';

const topic = { id: 't1', name: 'Nobody owns the runbook', merged: [] as string[], isLone: false };
const lacks = (change: Partial<Action>) => openIn({ actions: [action(change)] })[0]?.lacks ?? [];

describe('an action', () => {
  it('is complete with a title, an owner, a date and the owner’s word', () => {
    expect(openIn({ actions: [action()] })).toEqual([]);
  });

  it('is open with what it lacks, in the order in which people fill it in', () => {
    expect(lacks({ owner: null })).toEqual(['owner']);
    expect(lacks({ due: null })).toEqual(['due']);
    expect(lacks({ title: '  ' })).toEqual(['title']);
    expect(lacks({ owner: null, due: null })).toEqual(['owner', 'due']);
    expect(openIn({ actions: [action({ title: ' Fix it ', due: null })] }, given())).toEqual([
      { kind: 'action', id: 'a1', title: 'Fix it', lacks: ['due', 'consent'] },
    ]);
  });

  it('lacks the word of its owner until they take it, and again when it changed', () => {
    expect(openIn({ actions: [action()] }, given())[0]?.lacks).toEqual(['consent']);
    const taken = given([action()]);
    expect(openIn({ actions: [action()] }, taken)).toEqual([]);
    expect(openIn({ actions: [action({ due: '2026-12-05' })] }, taken)[0]?.lacks).toEqual(['consent']);
  });

  it('of somebody who is not in the room cannot be taken', () => {
    expect(lacks({ owner: ops })).toEqual(['consent']);
  });

  it('of a blank name, or of a seat that nobody has, is nobody’s', () => {
    expect(lacks({ owner: { kind: 'name', name: '  ' } })).toEqual(['owner']);
    expect(lacks({ owner: { kind: 'seat', seat: 'toString' } })).toEqual(['owner']);
  });

  it('needs a title with a word in it, and a date that some calendar has', () => {
    expect(lacks({ title: '…' })).toEqual(['title']);
    expect(lacks({ title: '先にテストする' })).toEqual([]);
    for (const due of ['2026-02-30', '2026-13-01', '0000-00-00']) expect(lacks({ due })).toEqual(['due']);
    expect(lacks({ due: '2028-02-29' })).toEqual([]);
  });

  it('that follows from an incident needs an aim, and no other does', () => {
    const segments = new Meeting({ format: 'incident-review' }).stage.segments;
    const after = (change: Partial<Action>) =>
      openIn({ actions: [action(change)] }, { ...given([action(change)]), segments })[0]?.lacks ?? [];
    expect(after({ owner: null, due: null })).toEqual(['owner', 'due', 'aim']);
    expect(after({ aim: 'detect' })).toEqual([]);
    expect(lacks({ aim: null })).toEqual([]);
  });

  it('that nobody has filled in at all is not one', () => {
    expect(openIn({ actions: [action({ title: ' ', owner: null, due: null })] })).toEqual([]);
  });
});

describe('a topic', () => {
  it('is open where it was talked about and nobody has chosen how to leave it', () => {
    const board = { topics: [topic], outcomes: [outcome()] };
    expect(openIn(board, given(), [])).toEqual([]);
    expect(openIn(board, given(), ['t1'])).toEqual([
      { kind: 'topic', id: 't1', title: 'Nobody owns the runbook', lacks: ['outcome'] },
    ]);
    expect(
      openIn({ ...board, outcomes: [outcome({ kind: 'let-go', why: 'Rare' })] }, given(), ['t1']),
    ).toEqual([]);
  });

  it('is the one into which the topic that was talked about was merged', () => {
    const board = { topics: [{ ...topic, merged: ['t0'] }], outcomes: [] };
    expect(openIn(board, given(), ['t0'])[0]).toMatchObject({ id: 't1', lacks: ['outcome'] });
  });

  it('leaves by the outcome of a topic that was merged into it, while it has none of its own', () => {
    const merged = outcome({ id: 't0', topic: 't0', kind: 'decision', text: 'On-call owns it' });
    const board = { topics: [{ ...topic, merged: ['t0'] }], outcomes: [outcome(), merged] };
    expect(openIn(board, given(), ['t1'])).toEqual([]);
  });

  it('that has no entry, since the board took no more topics, is not asked for: its line would lead nowhere', () => {
    expect(openIn({ topics: [{ ...topic, isLone: true }] }, given(), ['t1'])).toEqual([]);
  });

  it('that is not there any more is not asked for', () => {
    expect(openIn({}, given(), ['t1'])).toEqual([]);
  });
});

describe('an outcome', () => {
  const of = (change: Parameters<typeof outcome>[0], words = given(), positions = [position()]) =>
    openIn({ topics: [topic], outcomes: [outcome(change)], positions }, words)[0];

  it.each(['decision', 'spike', 'escalation', 'let-go'] as const)(
    'of kind %s needs its first words',
    (kind) => {
      expect(of({ kind })).toMatchObject({ kind, id: 't1', title: topic.name });
      expect(of({ kind })?.lacks).toContain('title');
    },
  );

  it('that is a decision, or lets go, needs nothing else', () => {
    expect(of({ kind: 'decision', text: 'On-call owns it' })).toBeUndefined();
    expect(of({ kind: 'let-go', why: 'It is rare' })).toBeUndefined();
  });

  it('that is a spike needs an owner and a day to look again', () => {
    const spike = { kind: 'spike', question: 'Is it the cache?' } as const;
    expect(of(spike)).toEqual({
      kind: 'spike',
      id: 't1',
      title: 'Is it the cache?',
      lacks: ['owner', 'reconvene'],
    });
    expect(of({ ...spike, owner: ana, reconvene: '2026-12-04' })).toBeUndefined();
  });

  it('that is an escalation needs one position that its holder has confirmed as it reads now', () => {
    const escalation = { kind: 'escalation', needed: 'Ship or wait?' } as const;
    expect(of(escalation)?.lacks).toEqual(['position']);
    const confirmed = given([], [position()]);
    expect(of(escalation, confirmed)).toBeUndefined();
    expect(of(escalation, confirmed, [position({ text: 'We must not ship' })])?.lacks).toEqual(['position']);
    expect(of(escalation, confirmed, [position({ outcome: 't2' })])?.lacks).toEqual(['position']);
    expect(of(escalation, confirmed, [position({ holder: ops })])?.lacks).toEqual(['position']);
  });

  it.each(['', '  ', '…'])(
    'that is an escalation takes no word on a position that says nothing: “%s”',
    (text) => {
      const silent = [position({ text })];
      const words = given([], silent);
      expect(of({ kind: 'escalation', needed: 'Ship or wait?' }, words, silent)?.lacks).toEqual(['position']);
    },
  );

  it('without a topic counts where it has words, and a line without any is not one', () => {
    const apart = (text: string) => [outcome({ id: 'd1', topic: null, kind: 'decision', text })];
    expect(openIn({ outcomes: apart('  ') })).toEqual([]);
    expect(openIn({ outcomes: apart(' ? ') })).toEqual([
      { kind: 'decision', id: 'd1', title: '?', lacks: ['title'] },
    ]);
    expect(openIn({ outcomes: apart('Mondays') })).toEqual([]);
  });
});

describe('an action of the meeting before', () => {
  const of = (change: Partial<EarlierAction>) => openIn({ earlier: [earlierAction(change)] })[0];

  it('that was moved is open until it has its new day', () => {
    expect(of({ fate: 'moved' })).toEqual({
      ...{ kind: 'earlier', id: 'e1', title: 'Rotate the keys', lacks: ['due'] },
    });
    expect(of({ fate: 'moved', movedTo: '2026-12-11' })).toBeUndefined();
  });

  it.each(['', '  ', '…'])('that was dropped is open until it says why, which “%s” does not', (why) => {
    expect(of({ fate: 'dropped', why })?.lacks).toEqual(['why']);
    expect(of({ fate: 'dropped', why: 'The keys are gone' })).toBeUndefined();
  });

  it('asks for nothing where it was kept, or is carried on because nobody talked about it', () => {
    expect(of({ fate: 'kept' })).toBeUndefined();
    expect(of({ fate: null })).toBeUndefined();
  });
});

describe('what is open', () => {
  it('begins with what was promised before, then topics, other outcomes and actions', () => {
    const board = {
      earlier: [earlierAction({ fate: 'dropped' })],
      topics: [topic, { ...topic, id: 't2' }],
      outcomes: [outcome({ id: 't2', kind: 'spike' }), outcome({ id: 'd1', kind: 'decision', text: '?' })],
      actions: [action()],
    };
    expect(openIn(board, given(), ['t1']).map(({ id }) => id)).toEqual(['e1', 't1', 't2', 'd1', 'a1']);
  });
});

describe('what was left open with a topic that has no name of its own', () => {
  const kept = { kind: 'topic', id: 'n1', title: '', lacks: ['outcome'] } as const;

  it('is called as its notes call it now', () => {
    expect(withTopicNames([kept], [{ id: 'n1', name: 'Paid twice', merged: [] }])).toEqual([
      { ...kept, title: 'Paid twice' },
    ]);
    expect(withTopicNames([kept], [{ id: 't1', name: 'Payment', merged: ['n1'] }])[0]?.title).toBe('Payment');
  });

  it.each(['decision', 'spike', 'escalation', 'let-go'] as const)(
    'is called so too where it is an outcome of kind %s without words',
    (kind) => {
      const silent = { kind, id: 'n1', title: '', lacks: ['title'] } as const;
      const topics = [{ id: 't1', name: 'Payment', merged: ['n1'] }];
      expect(withTopicNames([silent], topics)).toEqual([{ ...silent, title: 'Payment' }]);
    },
  );

  it('has no name once its note is withdrawn, and others keep theirs', () => {
    const named = { ...kept, title: 'Vouchers' };
    expect(withTopicNames([kept, named], []).map(({ title }) => title)).toEqual(['', 'Vouchers']);
  });
});
