import { describe, expect, it } from 'vitest';
import {
  gatherOf,
  heldCounts,
  isLastRound,
  nextLens,
  segmentOf,
} from '../../../src/domain/stage/gathering.ts';
import { Meeting } from './meeting.ts';

function gatherSegment(meeting: Meeting) {
  const segment = segmentOf(meeting.stage, 'gather');
  if (!segment) throw new Error('no gather segment');
  return segment;
}

describe('where the team has looked', () => {
  it('grows round by round, each person once for each lens', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    expect(heldCounts(meeting.gather)).toEqual({});
    meeting.goTo('gather');
    expect(heldCounts(meeting.gather)).toEqual({ user: 3 });
    meeting.goTo('gather', 2);
    expect(heldCounts(meeting.gather)).toEqual({ user: 3, oncall: 3 });
  });
});

describe('the next lens', () => {
  it('is known while everybody takes the same, until the last round', () => {
    const meeting = new Meeting();
    meeting.goTo('gather');
    const next = () => nextLens(gatherSegment(meeting), meeting.gather);
    expect(next()).toBe('oncall');
    meeting.goTo('gather', 3);
    expect(next()).toBe('security');
    meeting.goTo('gather', 4);
    expect(next()).toBeNull();
  });

  it('is not known while lenses are distributed', () => {
    const meeting = new Meeting();
    meeting.joinMany(7);
    meeting.goTo('gather');
    expect(nextLens(gatherSegment(meeting), meeting.gather)).toBeNull();
  });
});

describe('the last round', () => {
  it('is reached when as many have begun as are due, and never where there are none', () => {
    const meeting = new Meeting();
    expect(isLastRound(meeting.stage, 'gather')).toBe(false);
    meeting.goTo('gather', 3);
    expect(isLastRound(meeting.stage, 'gather')).toBe(false);
    meeting.goTo('gather', 4);
    expect(isLastRound(meeting.stage, 'gather')).toBe(true);
    expect(isLastRound(meeting.stage, 'wins')).toBe(false);
  });
});

describe('ids from outside', () => {
  it('find nothing where they only name what every object carries', () => {
    const { stage } = new Meeting();
    for (const id of ['constructor', 'toString', '__proto__', 'wins2']) {
      expect(segmentOf(stage, id)).toBeNull();
      expect(gatherOf(stage, id)).toBeNull();
      expect(isLastRound(stage, id)).toBe(false);
    }
  });
});
