import { describe, expect, it } from 'vitest';
import { groupingTime, mayGroupAt } from '../../../src/lib/components/topics/may-group.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const topics = [{ id: 't1', name: 'Pager', title: 'Pager', merged: [] }];

describe('notes are grouped', () => {
  it('by everybody until the part for it is over, and ahead of it too', () => {
    expect(groupingTime(new Meeting().stage)).toBe('now');
    expect(groupingTime(new Meeting().goTo('group').stage)).toBe('now');
    expect(mayGroupAt('now', 'participant')).toBe(true);
  });

  it('by facilitators alone afterwards, also where the part was skipped', () => {
    expect(groupingTime(new Meeting().goTo('discuss').stage)).toBe('over');
    const skipped = new Meeting().goTo('group');
    skipped.do({ type: 'skipSegment' });
    expect(groupingTime(skipped.stage)).toBe('over');
    expect([mayGroupAt('over', 'participant'), mayGroupAt('over', 'facilitator')]).toEqual([false, true]);
  });

  it('by nobody while votes are given for what is grouped', () => {
    const meeting = new Meeting().goTo('vote');
    meeting.ask({ type: 'openVote', segment: 'vote' }, { topics });
    expect(groupingTime(meeting.stage)).toBe('voting');
    expect(mayGroupAt('voting', 'facilitator')).toBe(false);
  });
});
