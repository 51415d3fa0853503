import { describe, expect, it } from 'vitest';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { roomRecordSchema } from '../../../src/domain/record/room-record.ts';
import { closedMeeting, wholeMeeting } from '../../support/whole-meeting.ts';

const record = closedMeeting().record();

describe('the record of a whole meeting', () => {
  it('fits its schema', () => {
    expect(roomRecordSchema.safeParse(record).error?.issues).toBeUndefined();
  });

  it('says why it was closed with something open', () => {
    expect(record).toMatchObject({ closedAnyway: true, whyClosed: 'The fire alarm went off' });
    expect(wholeMeeting().record().whyClosed).toBeNull();
  });

  it('ranks topics by votes, with those of merged ones, and says which were never opened', () => {
    expect(
      record.topics.map(({ title, votes, rank, opened, outcome, merged }) => ({
        ...{ title, votes, rank, opened, outcome, merged },
      })),
    ).toEqual([
      { title: 'Vouchers', votes: 6, rank: 1, opened: true, outcome: 'decision', merged: [] },
      { title: 'Tokens', votes: 2, rank: 2, opened: true, outcome: 'spike', merged: [] },
      { title: 'Builds', votes: 2, rank: 2, opened: true, outcome: 'escalation', merged: ['Office'] },
      { title: 'Paging', votes: 0, rank: 4, opened: false, outcome: 'let-go', merged: [] },
    ]);
  });

  it('places topics as the screens do: one that is gone, or is a lone note, keeps its place and its votes', () => {
    const room = wholeMeeting();
    const options = ['t1', 't2', 'n7', 'gone'].map((topic) => ({
      topic,
      name: topic === 'gone' ? '' : topic,
    }));
    const asked = { id: 'p8', kind: 'dots', question: 'vote', segment: 'vote', topic: null } as const;
    const counts = { gone: 5, t2: 3, n7: 3, t1: 1 };
    room.tell(42, { type: 'pollOpened', poll: { ...asked, options, budget: 3, cap: 3 } }).tell(43, {
      ...{ type: 'pollClosed', poll: 'p8' },
      result: { answered: 4, ballots: 4, counts },
    });
    const { topics, polls } = room.record();
    expect(topics.map(({ title, votes, rank, tied }) => [title, votes, rank, tied])).toEqual([
      ['Tokens', 3, 2, true],
      ['Vouchers', 1, 4, false],
      ['Builds', null, null, false],
      ['Paging', null, null, false],
    ]);
    expect(polls.at(-1)?.votes).toEqual([
      { topic: '', count: 5 },
      { topic: 'Tokens', count: 3 },
      { topic: 'Alone and on no ballot', count: 3 },
      { topic: 'Vouchers', count: 1 },
    ]);
    expect(recordMarkdown(room.record())).toContain(
      '\n3 votes, tied for place 2. Opened. Left as a spike.\n',
    );
    expect(recordMarkdown(room.record())).toMatch(/\n\| Untitled topic +\| +5 \|\n/);
  });

  it('has a decision with everything that was said about it, and what stands instead of an older one', () => {
    expect(record.decisions[0]).toMatchObject({
      ...{ topic: 'Vouchers', text: 'We show the voucher field above the fold', status: 'accepted' },
      ...{ supersededBy: null, revisit: '2027-01-15' },
      options: [
        { id: 'o1', title: 'A pop-up', good: 'Seen by everybody', bad: 'Closed unread\nSlow' },
        { id: 'o2', title: 'Leave it', good: 'Free', bad: '' },
      ],
    });
    expect(record.decisions[0]?.fist?.map(({ count }) => count)).toEqual([0, 0, 0, 1, 2, 2]);
    expect(record.decisions[1]).toMatchObject({
      ...{ topic: null, status: 'superseded', supersededBy: 'We show the voucher field above the fold' },
      fist: null,
    });
  });

  it('has spikes, escalations with what their holders confirmed, and what was let go', () => {
    expect(record.spikes).toMatchObject([{ question: 'Can tokens expire?', owner: 'Bo', lacks: [] }]);
    expect(record.escalations[0]?.positions).toEqual([
      { id: 'q1', holder: 'Cy', text: 'It costs us an hour a day', confirmed: true },
      { id: 'q2', holder: 'Dee from legal', text: 'There is no budget', confirmed: false },
    ]);
    expect(record.letGo).toEqual([{ id: 't4', topic: 'Paging', why: 'It is better already' }]);
  });

  it('says whose word an action has, as it reads now', () => {
    expect(record.actions.map(({ consent }) => consent)).toEqual(['taken', null, null, 'asked']);
    const changed = wholeMeeting().write('actions', 'a1', { title: 'Do not ' }).record();
    expect(changed.actions[0]).toMatchObject({ consent: 'asked', lacks: ['consent'] });
  });

  it('keeps a result hidden that the stage hides, and says who was given ballots for others', () => {
    const [vote, safety] = record.polls;
    expect(vote?.votes?.map(({ topic, count }) => [topic, count])).toEqual([
      ...[
        ['Vouchers', 6],
        ['Tokens', 2],
        ['Builds', 2],
        ['Paging', 0],
      ],
    ]);
    expect(vote).toMatchObject({ counts: null, hidden: false, extra: [{ name: 'Bo', ballots: 1 }] });
    expect(safety).toMatchObject({ counts: null, votes: null, hidden: true, scale: '1-5, 5 best' });
  });

  it('leaves out polls that are still open', () => {
    const poll = { id: 'p9', kind: 'thumbs', question: 'keep-talking', segment: null, topic: null } as const;
    const open = { type: 'pollOpened', poll: { ...poll, options: [], budget: 0, cap: 0 } } as const;
    expect(wholeMeeting().tell(60, open).record().polls).toHaveLength(record.polls.length);
  });

  it('names the author of a note only where that person signed it', () => {
    const signed = record.segments.flatMap(({ notes }) => notes.flatMap((group) => group.notes));
    expect(signed.filter(({ signedBy }) => signedBy !== null)).toMatchObject([{ id: 'n1', signedBy: 'Cy' }]);
  });
});
