import { describe, expect, it } from 'vitest';
import { isWritingSeat } from '../../../src/domain/stage/gathering.ts';
import { permissions } from '../../../src/domain/stage/permissions.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduce, reduceAll } from '../../../src/domain/stage/reduce.ts';
import { commandSchema } from '../../../src/protocol/commands.ts';
import { agendaSegmentSchema } from '../../../src/protocol/agenda.ts';
import { Meeting } from './meeting.ts';

describe('whether notes carry names', () => {
  it('is said when the room is opened, and where a room from before does not say, they do not', () => {
    expect(new Meeting({ named: true }).stage.named).toBe(true);
    expect(new Meeting().stage.named).toBe(false);
    expect(reduceAll(initialStage(), []).named).toBe(false);
  });

  it('[NOTE-9] is nothing that any command can say', () => {
    for (const type of Object.keys(permissions)) {
      const asked = commandSchema.safeParse({ cmdId: 'c1', command: { type, named: true } });
      if (asked.success) expect(asked.data.command).not.toHaveProperty('named');
    }
    const segment = { activity: 'talk', title: 'A', question: '', minutes: 5, policy: 'none', notes: '' };
    const rest = { lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none', named: true };
    expect(agendaSegmentSchema.parse({ ...segment, ...rest })).not.toHaveProperty('named');
  });

  it.each([true, false])('[NOTE-9] is %s whatever else happens in the room', (named) => {
    const meeting = new Meeting({ named });
    meeting.joinMany(4);
    meeting.goTo('gather', 4);
    meeting.do({ type: 'askReveal', segment: 'gather' });
    meeting.pass(3000);
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    meeting.do({ type: 'reopenRoom' });
    expect(meeting.stage.named).toBe(named);
    // Not even an event that says otherwise, of any kind but the first.
    for (const event of meeting.events.slice(1)) {
      const forged = { ...event, named: !named };
      expect(reduce(meeting.stage, forged, meeting.stage.rev + 1).named).toBe(named);
    }
  });

  it('changes nothing about rounds and who writes', () => {
    const [named, anonymous] = [new Meeting({ named: true }), new Meeting()];
    for (const meeting of [named, anonymous]) {
      meeting.joinMany(7);
      meeting.goTo('gather', 3);
    }
    expect(named.gather).toEqual(anonymous.gather);
    expect(isWritingSeat(named.stage, 'ana')).toBe(isWritingSeat(anonymous.stage, 'ana'));
  });

  it('shows every lens where they do, and finds only what somebody held and nobody answered', () => {
    const meeting = new Meeting({ named: true });
    meeting.goTo('gather', 2);
    meeting.do({ type: 'skipSegment' });
    meeting.do({ type: 'askReveal', segment: 'gather' });
    meeting.lensesWritten.add('user');
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({
      shown: ['user', 'oncall', 'product', 'security'],
      unanswered: ['oncall'],
    });
  });
});
