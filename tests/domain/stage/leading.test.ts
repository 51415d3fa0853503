/** Who facilitates: set, handed over, taken back, and found anew when nobody does. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { raiseSeat } from '../../../src/domain/stage/roster.ts';
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

  it('gives whoever takes part from now on a lens in the round that runs', () => {
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    meeting.do({ type: 'setRole', seat: 'ben', role: 'facilitator' });
    meeting.goTo('gather');
    expect(Object.keys(meeting.held)).toEqual(['ana']);
    meeting.do({ type: 'setRole', seat: 'ben', role: 'participant' });
    meeting.do({ type: 'handOver', seat: 'ana' });
    expect(Object.keys(meeting.held).sort()).toEqual(['ana', 'ben', 'mara']);
  });

  it('may be taken back no more once whoever facilitates now has said so', () => {
    meeting.do({ type: 'handOver', seat: 'ana' });
    const noMore = { type: 'setRole', seat: 'mara', role: 'participant' } as const;
    expect(refusal(noMore, 'ana')).toBeNull();
    expect(refusal({ type: 'takeBack' }, 'mara')).toBe('never-led');
    expect(meeting.ask(noMore, as('ana'))).toEqual({ ok: true, events: [] });
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
    meeting.do({ type: 'startMeeting' });
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

describe('before the meeting', () => {
  beforeEach(() => {
    meeting.leave('mara');
    meeting.leaderlessSince = meeting.now;
    meeting.now += limits.leaderlessMs;
  });

  it('nobody asks to facilitate what is only being prepared, however long nobody has been there', () => {
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBe('wrong-moment');
    const at = meeting.now + 24 * 60 * 60_000;
    meeting.do({ type: 'planStart', start: { at, zone: 'Europe/Berlin' } });
    meeting.now = at - 1;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBe('wrong-moment');
  });

  it('somebody asks once the time is past at which it was to begin', () => {
    const at = meeting.now + 60_000;
    meeting.do({ type: 'planStart', start: { at, zone: 'Europe/Berlin' } });
    meeting.now = at;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    meeting.pass(limits.objectionMs);
    expect(role('ana')).toBe('facilitator');
  });
});

describe('whoever facilitates for now', () => {
  const acts = (seat: string) => meeting.stage.seats[seat]?.acting;
  beforeEach(() => {
    meeting.do({ type: 'startMeeting' });
    meeting.leaderlessSince = meeting.now;
    meeting.now += limits.leaderlessMs;
    expect(refusal({ type: 'askToFacilitate' }, 'ana')).toBeNull();
    meeting.pass(limits.objectionMs);
    expect([role('ana'), acts('ana'), acts('mara')]).toEqual(['facilitator', true, false]);
  });

  it('[LEAD-4] leads the meeting, and removes who never led', () => {
    for (const command of [{ type: 'goNext' }, { type: 'removeSeat', seat: 'ben' }] as const)
      expect(refusal(command, 'ana')).toBeNull();
  });

  it('[LEAD-4] T-89: takes neither seat nor role from whoever led otherwise', () => {
    const fromMara = [
      { type: 'removeSeat', seat: 'mara' },
      { type: 'setRole', seat: 'mara', role: 'participant' },
    ] as const;
    for (const command of fromMara) expect(refusal(command, 'ana')).toBe('left-to-others');
    expect(refusal({ type: 'setRole', seat: 'mara', role: 'participant' }, 'mara')).toBeNull();
    for (const command of fromMara) expect(refusal(command, 'ana')).not.toBeNull();
  });

  it('[LEAD-4] T-89: makes others facilitate for now, and nobody, oneself included, for good', () => {
    expect(refusal({ type: 'setRole', seat: 'ben', role: 'facilitator' }, 'ana')).toBeNull();
    for (const [seat, by] of [
      ['ana', 'ben'],
      ['ben', 'ana'],
      ['ana', 'ana'],
    ] as const)
      expect(refusal({ type: 'setRole', seat, role: 'facilitator' }, by)).toBeNull();
    expect(refusal({ type: 'handOver', seat: 'ben' }, 'ana')).toBeNull();
    expect(refusal({ type: 'takeBack' }, 'ana')).toBeNull();
    expect([acts('ana'), acts('ben')]).toEqual([true, true]);
  });

  it.each([
    [
      'somebody who leads otherwise says so',
      () => meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' }),
    ],
    ['somebody who leads otherwise hands over', () => meeting.do({ type: 'handOver', seat: 'ana' })],
    [
      'the link of facilitators is opened',
      () => meeting.emit(raiseSeat(meeting.stage, 'ana', 'facilitator', meeting.now)),
    ],
  ])('[LEAD-4] does so for good when %s', (_, confirm) => {
    confirm();
    expect([role('ana'), acts('ana')]).toEqual(['facilitator', false]);
    expect(refusal({ type: 'removeSeat', seat: 'mara' }, 'ana')).toBeNull();
  });

  it('[LEAD-4] makes whoever led before no less than they were', () => {
    expect(refusal({ type: 'setRole', seat: 'mara', role: 'participant' }, 'mara')).toBeNull();
    expect(refusal({ type: 'setRole', seat: 'mara', role: 'facilitator' }, 'ana')).toBeNull();
    expect([role('mara'), acts('mara')]).toEqual(['facilitator', false]);
  });
});
