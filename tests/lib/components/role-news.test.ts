import { describe, expect, it } from 'vitest';
import { leadersBack, roleNews } from '../../../src/lib/components/room/role-news.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { presenceOf } from '../../support/presence.ts';

function meetingOf(...names: readonly string[]): Meeting {
  const meeting = new Meeting();
  for (const name of names) meeting.join(name);
  return meeting;
}

const participant = { was: 'facilitator', is: 'participant' } as const;
const facilitator = { was: 'participant', is: 'facilitator' } as const;
const here = presenceOf('mara', 'ana', 'ben');

describe('what is told to somebody whose role has changed', () => {
  it('is that they facilitate, or do so for now', () => {
    const meeting = meetingOf('ana');
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    expect(roleNews(meeting.stage, here, 'ana', facilitator)).toBe('You facilitate now.');
    const seatRoleSet = { at: meeting.now, type: 'seatRoleSet', role: 'facilitator', acting: true } as const;
    meeting.join('ben');
    meeting.emit([{ ...seatRoleSet, seat: 'ben' }]);
    expect(roleNews(meeting.stage, here, 'ben', facilitator)).toBe('You facilitate for now.');
  });

  it('is that they take part, and who facilitates, where somebody else has taken the role from them', () => {
    const meeting = meetingOf('ana');
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    meeting.do({ type: 'setRole', seat: 'ana', role: 'participant' });
    expect(roleNews(meeting.stage, here, 'ana', participant)).toBe('You take part now; mara facilitates.');
  });

  it('is that they can take it back, where they have given it away', () => {
    const meeting = meetingOf('ana', 'ben');
    meeting.do({ type: 'setRole', seat: 'ben', role: 'facilitator' });
    meeting.do({ type: 'handOver', seat: 'ana' });
    expect(roleNews(meeting.stage, here, 'mara', participant)).toBe(
      'ana and ben facilitate now. You can take it back under People.',
    );
    expect(roleNews(meeting.stage, presenceOf('mara', 'ana'), 'mara', participant)).toBe(
      'ana facilitates now. You can take it back under People.',
    );
  });

  it('is nothing where they have just come, or nothing has changed', () => {
    const { stage } = meetingOf('ana');
    expect(roleNews(stage, here, 'mara', { was: null, is: 'facilitator' })).toBeNull();
    expect(roleNews(stage, here, 'mara', { was: 'facilitator', is: 'facilitator' })).toBeNull();
    expect(roleNews(stage, here, 'ana', { was: 'observer', is: 'participant' })).toBeNull();
  });
});

describe('what is told to whoever facilitates', () => {
  function handedToAna(): Meeting {
    const meeting = meetingOf('ana', 'ben');
    meeting.do({ type: 'handOver', seat: 'ana' });
    return meeting;
  }

  it('is that somebody who has led has taken it back, too', () => {
    const meeting = handedToAna();
    const before = meeting.stage;
    meeting.ask({ type: 'takeBack' }, { seat: 'mara', role: 'participant' });
    expect(leadersBack(before, meeting.stage, 'ana')).toBe('mara facilitates again, too.');
    expect(leadersBack(before, meeting.stage, 'ben')).toBeNull();
    expect(leadersBack(before, meeting.stage, 'mara')).toBeNull();
    expect(leadersBack(meeting.stage, meeting.stage, 'ana')).toBeNull();
  });

  it('is nothing of somebody who leads for the first time, which another has said already', () => {
    const meeting = handedToAna();
    const before = meeting.stage;
    meeting.ask({ type: 'setRole', seat: 'ben', role: 'facilitator' }, { seat: 'ana', role: 'facilitator' });
    expect(meeting.stage).not.toBe(before);
    expect(leadersBack(before, meeting.stage, 'ana')).toBeNull();
  });
});
