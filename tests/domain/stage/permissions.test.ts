/** Generated from the one table: whatever it does not allow is refused, for the reason that holds, and changes nothing. */
import { describe, expect, it } from 'vitest';
import { acceptBallot } from '../../../src/domain/ballots/casting.ts';
import { handle, type Facts } from '../../../src/domain/stage/handle.ts';
import { permissions } from '../../../src/domain/stage/permissions.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { commandSchema, type Command } from '../../../src/protocol/commands.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import { roles, type Role } from '../../../src/protocol/ids.ts';
import { samples } from '../../support/command-samples.ts';
import { Meeting, minute } from './meeting.ts';

type Phase = StageState['phase'];

const seatOf: Readonly<Record<Role, string>> = { facilitator: 'mara', participant: 'ana', observer: 'obi' };

/** Ana takes part and has led before, Obi watches, and a question is open as long as one can be. */
function meetingIn(phase: Phase): Meeting {
  const meeting = new Meeting();
  meeting.join('ana');
  meeting.join('ben');
  meeting.join('obi', 'observer');
  meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
  meeting.ask({ type: 'setRole', seat: 'ana', role: 'participant' }, { seat: 'ana' });
  meeting.do({ type: 'openPoll', question: 'safety' });
  if (phase !== 'lobby') meeting.goTo('gather').pass(minute);
  if (phase === 'closed') meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
  return meeting;
}

function answerTo(meeting: Meeting, command: Command, role: Role): ErrorCode | 'accepted' {
  const seat = seatOf[role];
  const outcome =
    command.type === 'castBallot'
      ? acceptBallot(meeting.stage, seat, role, meeting.stage.polls[0]?.id ?? 'p1', command.ballot)
      : handle(meeting.stage, command, { ...factsOf(meeting), role, seat });
  return outcome.ok ? 'accepted' : outcome.code;
}

function factsOf({ now, connected, stage }: Meeting): Facts {
  return {
    ...{ now, role: 'facilitator', seat: 'mara', connected: [...connected], leaderlessSince: null },
    ...{
      notes: new Set(['n1']),
      written: new Set<string>(),
      openItems: [],
      topics: [{ id: 't1', title: 'Pigeons', merged: [] }],
    },
    ...{ hasTopicSpace: true, actions: new Map(), positions: new Map(), ballotsOf: () => new Map() },
    freshId: `id${stage.rev}`,
  };
}

/** What the table promises; a ballot is answered with what became of its question. */
function refusalDue({ type }: Command, role: Role, phase: Phase): ErrorCode | null {
  const { roles: may, phases } = permissions[type];
  if (!may.includes(role)) return 'not-yours-to-do';
  if (phases.includes(phase)) return null;
  if (phase !== 'closed') return 'wrong-moment';
  return type === 'castBallot' ? 'poll-gone' : 'room-closed';
}

const phases = ['lobby', 'running', 'closed'] as const;
const cases = samples.flatMap((command) =>
  phases.flatMap((phase) =>
    roles.map((role) => ({
      command,
      type: command.type,
      phase,
      role,
      due: refusalDue(command, role, phase),
    })),
  ),
);
const refused = cases.filter(({ due }) => due !== null);
const allowed = cases.filter(({ due }) => due === null);

describe('the samples that are asked with', () => {
  it('are one of every command in the table, and of every command there is', () => {
    const types = samples.map(({ type }) => type).sort();
    expect(types).toEqual(Object.keys(permissions).sort());
    expect(refused.length).toBeGreaterThan(types.length * 5);
  });

  it.each(samples.map((command) => [command.type, command] as const))('are valid: %s', (_, command) => {
    const read = commandSchema.parse({ cmdId: 'c1', command });
    expect(read.command).toEqual(command);
  });
});

describe('a command that the table does not allow', () => {
  const meetings = new Map(phases.map((phase) => [phase, meetingIn(phase)]));

  it.each(refused)('T-42: $type is refused to a $role while the room is $phase: $due', (one) => {
    const meeting = meetings.get(one.phase);
    if (!meeting) throw new Error(`no meeting is ${one.phase}`);
    const before = JSON.stringify(meeting.stage);
    expect(meeting.stage.phase).toBe(one.phase);
    expect(answerTo(meeting, one.command, one.role)).toBe(one.due);
    expect(JSON.stringify(meeting.stage)).toBe(before);
  });
});

describe('a command that the table allows', () => {
  it.each(allowed)('is never refused for who asks: $type, a $role, $phase', ({ phase, command, role }) => {
    expect(['not-yours-to-do', 'room-closed']).not.toContain(answerTo(meetingIn(phase), command, role));
  });
});
