import { describe, expect, it } from 'vitest';
import { closedVotes, rankTopics } from '../../../src/domain/ballots/ranking.ts';
import { aPoll } from './a-poll.ts';

const counted = (counts: Readonly<Record<string, number>>) =>
  aPoll('dots', { result: { closedAt: 2, answered: 4, ballots: 4, counts } });
const topic = (id: string, ...merged: string[]) => ({ id, name: `Now ${id}`, merged });
const all = ['queue', 'pager', 'docs', 'login'].map((id) => topic(id));

describe('the ranking', () => {
  it('is by votes, and topics with as many stand at the same place', () => {
    const vote = counted({ queue: 2, pager: 5, docs: 2, login: 0 });
    expect(rankTopics(vote, all).map(({ id, rank, isTied }) => [id, rank, isTied])).toEqual([
      ['pager', 1, false],
      ['queue', 2, true],
      ['docs', 2, true],
      ['login', 4, false],
    ]);
  });

  it('[POLL-3] adds the votes of topics that were merged since, and names them', () => {
    const vote = counted({ queue: 2, pager: 3, docs: 4, login: 0 });
    const topics = [topic('queue', 'pager'), topic('docs'), topic('login')];
    expect(rankTopics(vote, topics).slice(0, 2)).toMatchObject([
      { id: 'queue', name: 'Now queue', votes: 5, rank: 1, mergedFrom: ['The pager'] },
      { id: 'docs', votes: 4, rank: 2, mergedFrom: [] },
    ]);
  });

  it('knows a topic that was made of two that were voted on', () => {
    const vote = counted({ queue: 2, pager: 3, docs: 1, login: 0 });
    const [first] = rankTopics(vote, [topic('ops', 'queue', 'pager')]);
    expect(first).toMatchObject({ id: 'ops', votes: 5, mergedFrom: ['The queue', 'The pager'] });
  });

  it('keeps the votes of a topic that is not on the board any more, under the name it had', () => {
    const vote = counted({ queue: 2, pager: 3, docs: 0, login: 0 });
    expect(rankTopics(vote, [topic('queue')]).map(({ name, votes }) => [name, votes])).toEqual([
      ['The pager', 3],
      ['Now queue', 2],
      ['The docs', 0],
      ['The login', 0],
    ]);
  });

  it('leaves out topics that nobody could vote on, whatever they are called', () => {
    const vote = counted({ queue: 2, pager: 3, docs: 0, login: 0 });
    const ids = rankTopics(vote, [...all, topic('later'), topic('constructor')]).map(({ id }) => id);
    expect(ids).toEqual(['pager', 'queue', 'docs', 'login']);
  });

  it('is of one round; every round that was counted can be looked at', () => {
    const open = aPoll('dots');
    const safety = aPoll('scale', { result: { closedAt: 2, answered: 1, ballots: 1, counts: null } });
    const first = counted({ queue: 1 });
    const second = counted({ pager: 1 });
    expect(closedVotes({ polls: [first, safety, second, open] })).toEqual([first, second]);
  });
});
