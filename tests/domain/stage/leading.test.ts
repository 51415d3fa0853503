/** Who facilitates: set, handed over, taken back, and found anew when nobody does. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { endSuccession } from '../../../src/domain/stage/succession.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting } from './meeting.ts';

let meeting: Meeting;
beforeEach(() => {
  meeting = new Meeting();
  meeting.join('ana');
  meeting.join('ben');
  meeting.join('wall', 'observer');
});

const role = (seat: string) => meeting.stage.seats[seat]?.role;
const as = (seat: string) => ({ seat, role: role(seat) ?? ('participant' as const) });
const refusal = (command: StageCommand, seat = 'mara') => meeting.refusal(command, as(seat));

describe('several facilitators', () => {
  it('one makes another, and takes the role away again', () => {
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    expect([role('ana'), role('mara')]).toEqual(['facilitator', 'facilitator']);
    meeting.do({ type: 'setRole', seat: 'ana', role: 'participant' });
    expect(role('ana')).toBe('participant');
    expect(meeting.do({ type: 'setRole', seat: 'ana', role: 'participant' })).toEqual([]);
  });

  it('the last one cannot be made a participant, not even by itself', () => {
    expect(refusal({ type: 'setRole', seat: 'mara', role: 'participant' })).toBe('last-facilitator');
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    meeting.do({ type: 'removeSeat', seat: 'ana' });
    expect(refusal({ type: 'setRole', seat: 'mara', role: 'participant' })).toBe('last-facilitator');
  });

  it('observers, strangers and names that every object has are given no role', () => {
    for (const seat of ['wall', 'nobody', 'constructor'])
      expect(refusal({ type: 'setRole', seat, role: 'facilitator' })).toBe('bad-input');
  });
});

describe('handing over', () => {
  it('makes the other the facilitator and oneself a participant, who may take it back', () => {
    meeting.do({ type: 'handOver', seat: 'ana' });
    expect([role('ana'), role('mara')]).toEqual(['facilitator', 'participant']);
    expect(refusal({ type: 'takeBack' }, 'mara')).toBeNull();
    expect([role('ana'), role('mara')]).toEqual(['facilitator', 'facilitator']);
  });

  it('goes to nobody who is away, nor to oneself', () => {
    meeting.leave('ana');
    expect(refusal({ type: 'handOver', seat: 'ana' })).toBe('not-here');
    expect(refusal({ type: 'handOver', seat: 'mara' })).toBe('bad-input');
  });

  it('nobody takes back what they never had, or what somebody else took from them', () => {
    expect(refusal({ type: 'takeBack' }, 'ben')).toBe('never-led');
    meeting.do({ type: 'setRole', seat: 'ben', role: 'facilitator' });
    meeting.do({ type: 'setRole', seat: 'ben', role: 'participant' });
    expect(refusal({ type: 'takeBack' }, 'ben')).toBe('never-led');
  });
});

describe('when nobody facilitates', () => {
  beforeEach(() => {
    meeting.leave('mara');
    meeting.leaderlessSince = meeting.now;
  });

  it('may be asked only after a minute', () => {
    meeting.now += limits.leaderlessMs - 1;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBe('facilitator-here');
    meeting.now += 1;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    meeting.leaderlessSince = null;
    expect(refusal({ type: 'askToFacilitate' }, 'ben')).toBe('conflict');
  });

  it('is never asked while a facilitator is here', () => {
    meeting.now += limits.leaderlessMs;
    meeting.leaderlessSince = null;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBe('facilitator-here');
  });

  it('whoever asked facilitates when nobody has objected in time; the one before stays one', () => {
    meeting.now += limits.leaderlessMs;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    meeting.pass(limits.objectionMs - 1);
    expect(role('ana')).toBe('participant');
    meeting.pass(1);
    expect([role('ana'), role('mara'), meeting.stage.succession]).toEqual([
      'facilitator',
      'facilitator',
      null,
    ]);
  });

  it.each([
    ['an objection', () => refusal({ type: 'objectToFacilitator' }, 'ben')],
    ['taking it back', () => refusal({ type: 'objectToFacilitator' }, 'ana')],
    ['a facilitator who is back', () => meeting.emit(endSuccession(meeting.stage, meeting.now))],
    ['the removal of whoever asked', () => refusal({ type: 'removeSeat', seat: 'ana' })],
  ])('%s ends it', (_, end) => {
    meeting.now += limits.leaderlessMs;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    end();
    expect(meeting.stage.succession).toBeNull();
    meeting.pass(limits.objectionMs);
    expect(role('ana')).toBe('participant');
  });

  it('where the server was down meanwhile, the others get the whole time to object once more', () => {
    meeting.now += limits.leaderlessMs;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    meeting.awakeSince = meeting.now + 5_000;
    meeting.pass(limits.objectionMs);
    expect(role('ana')).toBe('participant');
    meeting.pass(limits.objectionMs);
    expect(role('ana')).toBe('facilitator');
  });
});
