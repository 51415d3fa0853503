/** Meetings in which everybody does whatever they can, as fast-check makes them up. */
import fc from 'fast-check';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { openPolls } from '../../../src/domain/stage/polls.ts';
import { raiseSeat, renameSeat } from '../../../src/domain/stage/roster.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import { Meeting, minute } from './meeting.ts';

type Deed =
  | { do: 'command'; command: StageCommand }
  | { do: 'pass'; ms: number }
  | { do: 'regroup'; topics: string[] }
  | { do: 'join'; role: 'participant' | 'observer' | 'facilitator' }
  | { do: 'leave' | 'comeBack' | 'raise' | 'rename'; who: number };

const moving = fc.constantFrom<StageCommand>(
  { type: 'goNext' },
  { type: 'goNext' },
  { type: 'goNext' },
  { type: 'goBack' },
  { type: 'skipSegment' },
  { type: 'repeatSegment' },
);
const timing = fc.oneof(
  fc.constantFrom<StageCommand>({ type: 'pauseClock' }, { type: 'resumeClock' }),
  fc.record({ type: fc.constant('extendTime' as const), minutes: fc.constantFrom(1 as const, 2, 5) }),
);
const gathering = fc.constantFrom<StageCommand>(
  { type: 'askReveal', segment: 'gather' },
  { type: 'cancelReveal', segment: 'gather' },
  { type: 'setRoundMode', segment: 'gather', mode: 'parallel' },
  { type: 'setRoundMode', segment: 'gather', mode: 'distributed' },
  { type: 'setFacilitatorWrites', writes: true },
  { type: 'setFacilitatorWrites', writes: false },
);
const names = ['queue', 'pager', 'docs', 'login', 'costs'];
const discussing = fc.oneof(
  fc.record({ type: fc.constant('openTopic' as const), topic: fc.constantFrom(...names) }),
  fc.record({
    type: fc.constant('orderTopics' as const),
    segment: fc.constant('discuss'),
    order: fc.subarray(names),
  }),
);
const polling = fc.constantFrom<StageCommand>(
  { type: 'openVote', segment: 'vote' },
  { type: 'openVote', segment: 'vote', budget: 4 },
  { type: 'openPoll', question: 'safety' },
  { type: 'openPoll', question: 'roti' },
  { type: 'openPoll', question: 'fist', topic: 'queue' },
  { type: 'openPoll', question: 'keep-talking', topic: 'queue' },
);
/** Ids of polls are not known before: `perform` puts in that of one that there is. */
const ofPoll = fc.constantFrom<StageCommand>(
  { type: 'setVoteBudget', poll: '', budget: 2, cap: 1 },
  { type: 'grantBallots', poll: '', seat: 'ana', extra: 2 },
  { type: 'closePoll', poll: '' },
  { type: 'cancelPoll', poll: '' },
);
const rest = fc.constantFrom<StageCommand>({ type: 'startMeeting' }, { type: 'bringEveryone' });
export const command = fc.oneof(
  { arbitrary: moving, weight: 6 },
  { arbitrary: timing, weight: 3 },
  { arbitrary: gathering, weight: 4 },
  { arbitrary: discussing, weight: 4 },
  { arbitrary: polling, weight: 2 },
  { arbitrary: ofPoll, weight: 2 },
  { arbitrary: rest, weight: 1 },
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('command' as const), command }), weight: 8 },
  {
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.oneof(fc.constantFrom(1000, 3000), fc.integer({ min: 0, max: 6 * minute })),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({ do: fc.constant('regroup' as const), topics: fc.subarray(names) }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      role: fc.constantFrom('participant' as const, 'participant', 'observer', 'facilitator'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'comeBack', 'raise', 'rename'),
      who: fc.nat({ max: 20 }),
    }),
    weight: 2,
  },
);
/** Much talking and little walking about. */
const talk: fc.Arbitrary<Deed> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('command' as const), command: fc.oneof(discussing, timing) }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 9 * minute }) }),
    weight: 4,
  },
  { arbitrary: deed, weight: 2 },
);
export const story = fc.record({
  plan: fc.record({
    format: fc.constantFrom(...formatIds),
    minutes: fc.integer({ min: 15, max: 180 }),
    people: fc.integer({ min: 1, max: 50 }),
  }),
  topics: fc.subarray(names),
  deeds: fc.array(deed, { maxLength: 60 }),
  /** Where topics are talked about, and after all that. */
  talks: fc.array(talk, { maxLength: 30 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

export function play({ plan, topics, deeds, talks }: Story): Meeting {
  const meeting = new Meeting(plan).regroup(...topics);
  meeting.joinMany(3);
  meeting.do({ type: 'startMeeting' });
  deeds.forEach((deed, i) => perform(meeting, deed, `seat${i}`));
  const here = meeting.stage.segments.findIndex(({ id }) => id === meeting.stage.current);
  const there = meeting.stage.segments.findIndex(({ activity }) => activity === 'discuss');
  const type = here < there ? 'skipSegment' : 'goBack';
  for (let steps = Math.abs(there - here); there >= 0 && steps > 0; steps -= 1) meeting.ask({ type });
  talks.forEach((deed, i) => perform(meeting, deed, `guest${i}`));
  return meeting;
}

function perform(meeting: Meeting, deed: Deed, newcomer: string): void {
  const seats = Object.keys(meeting.stage.seats);
  if (deed.do === 'command') meeting.ask(withPoll(meeting, deed.command));
  else if (deed.do === 'pass') meeting.pass(deed.ms);
  else if (deed.do === 'regroup') meeting.regroup(...deed.topics);
  else if (deed.do === 'join') meeting.join(newcomer, deed.role);
  else someone(meeting, deed.do, seats[deed.who % seats.length] ?? '');
}

function withPoll({ stage }: Meeting, asked: StageCommand): StageCommand {
  if (!('poll' in asked)) return asked;
  const { id } = openPolls(stage).at(-1) ?? stage.polls.at(-1) ?? { id: 'none' };
  return { ...asked, poll: id };
}

function someone(meeting: Meeting, what: 'leave' | 'comeBack' | 'raise' | 'rename', seat: string): void {
  if (what === 'leave') meeting.leave(seat);
  else if (what === 'comeBack') meeting.comeBack(seat);
  else if (what === 'raise') meeting.emit(raiseSeat(meeting.stage, seat, 'facilitator', meeting.now));
  else {
    const renamed = renameSeat(meeting.stage, seat, 'Ana', meeting.now);
    if (renamed.ok) meeting.emit(renamed.events);
  }
}
