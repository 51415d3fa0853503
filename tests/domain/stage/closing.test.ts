import { describe, expect, it } from 'vitest';
import { mayCommand } from '../../../src/domain/stage/permissions.ts';
import type { OpenItem } from '../../../src/domain/stage/state.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { Meeting } from './meeting.ts';

const open: OpenItem = { kind: 'action', id: 'a1', title: 'Test the restore', lacks: ['owner'] };

const everyCommand: StageCommand[] = [
  { type: 'startMeeting' },
  { type: 'pauseClock' },
  { type: 'resumeClock' },
  { type: 'extendTime', minutes: 1 },
  { type: 'goNext' },
  { type: 'goBack' },
  { type: 'repeatSegment' },
  { type: 'skipSegment' },
  { type: 'setRoundMode', segment: 'gather', mode: 'parallel' },
  { type: 'setFacilitatorWrites', writes: false },
  { type: 'askReveal', segment: 'gather' },
  { type: 'cancelReveal', segment: 'gather' },
  { type: 'bringEveryone' },
  { type: 'openVote', segment: 'vote' },
  { type: 'openPoll', question: 'safety' },
  { type: 'setVoteBudget', poll: 'p1', budget: 3, cap: 2 },
  { type: 'grantBallots', poll: 'p1', seat: 'mara', extra: 1 },
  { type: 'closePoll', poll: 'p1' },
  { type: 'cancelPoll', poll: 'p1' },
  { type: 'closeRoom', anyway: true, why: 'Out of time' },
];

describe('closing', () => {
  it('ends the meeting and its clock when nothing is open', () => {
    const meeting = new Meeting().goTo('close');
    expect(meeting.do({ type: 'closeRoom', anyway: false })).toEqual(['segmentLeft', 'roomClosed']);
    expect(meeting.stage).toMatchObject({
      phase: 'closed',
      closedAt: meeting.now,
      clock: { kind: 'off' },
      openItems: [],
    });
    expect(meeting.run('close')).toMatchObject({ status: 'done', visits: [{ until: meeting.now }] });
  });

  it('asks first about what is open, and is on the record when done anyway', () => {
    const meeting = new Meeting().goTo('close');
    meeting.openItems = [open];
    expect(meeting.refusal({ type: 'closeRoom', anyway: false })).toBe('open-items');
    expect(meeting.stage.phase).toBe('running');
    meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    expect(meeting.stage.openItems).toEqual([open]);
  });

  it('is possible before the meeting began and in the middle of it', () => {
    const lobby = new Meeting();
    expect(lobby.do({ type: 'closeRoom', anyway: false })).toEqual(['roomClosed']);
    const middle = new Meeting().goTo('wins');
    middle.do({ type: 'closeRoom', anyway: false });
    expect(middle.run('gather').status).toBe('waiting');
  });

  it('waits for a reveal that counts in', () => {
    const meeting = new Meeting().goTo('gather', 4);
    meeting.do({ type: 'askReveal', segment: 'gather' });
    expect(meeting.refusal({ type: 'closeRoom', anyway: true, why: 'Out of time' })).toBe('wrong-moment');
    meeting.pass(3000);
    meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
  });

  it.each(everyCommand)('leaves nothing to command: $type', (command) => {
    const meeting = new Meeting().goTo('close');
    meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    expect(meeting.refusal(command)).toBe('room-closed');
  });
});

describe('permissions', () => {
  it.each(everyCommand)('leave $type to facilitators, and a refusal changes nothing', (command) => {
    expect(mayCommand('facilitator', command.type)).toBe(true);
    for (const role of ['participant', 'observer'] as const) {
      const meeting = new Meeting();
      const before = meeting.stage;
      expect(meeting.refusal(command, { role })).toBe('not-yours-to-do');
      expect(meeting.stage).toBe(before);
    }
  });

  it('counts what is being asked, and drops what nobody has answered', () => {
    const meeting = new Meeting().goTo('close');
    meeting.join('ana');
    meeting.ask({ type: 'openPoll', question: 'roti' }, { freshId: 'first' });
    meeting.ask({ type: 'openPoll', question: 'safety' }, { freshId: 'second' });
    const ballots = new Map([['ana', { answers: ['4' as const] }]]);
    meeting.ask(
      { type: 'closeRoom', anyway: false },
      { ballotsOf: (poll) => (poll === 'first' ? ballots : new Map()) },
    );
    expect(meeting.stage.polls.map(({ id, result }) => [id, result?.answered])).toEqual([['first', 1]]);
  });
});
