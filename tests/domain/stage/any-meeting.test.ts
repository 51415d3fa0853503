/** Whatever people do, in whatever order: what must hold at every moment of every meeting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes, isProtected } from '../../../src/domain/agenda/floors.ts';
import { nextAlarm } from '../../../src/domain/stage/alarms.ts';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { givenMs, partsOf, remainingMs } from '../../../src/domain/stage/budget.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { forecastEnd } from '../../../src/domain/stage/forecast.ts';
import { openPolls } from '../../../src/domain/stage/polls.ts';
import { isWritingSeat } from '../../../src/domain/stage/gathering.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduce, reduceAll } from '../../../src/domain/stage/reduce.ts';
import { raiseSeat, renameSeat } from '../../../src/domain/stage/roster.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import type { SegmentId } from '../../../src/protocol/ids.ts';
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
const command = fc.oneof(
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
const story = fc.record({
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

interface Step {
  readonly before: StageState;
  readonly event: StageEvent;
  readonly after: StageState;
}

function play({ plan, topics, deeds, talks }: Story): Meeting {
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

/** Every step of the meeting, with frozen stages: a reduce that changed its argument would throw. */
function stepsOf(meeting: Meeting): Step[] {
  let before = frozen(initialStage());
  return meeting.events.map((event) => {
    const after = frozen(reduce(before, event, before.rev + 1));
    const step = { before, event, after };
    before = after;
    return step;
  });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** The stages in which the server leaves the room: after each batch of events made at one moment. */
function settled(steps: readonly Step[]): StageState[] {
  return steps.filter((step, i) => steps[i + 1]?.event.at !== step.event.at).map(({ after }) => after);
}

const budgetSum = (state: StageState) =>
  state.segments.reduce((sum, { id }) => sum + (state.runs[id]?.budgetMs ?? 0), 0);

const givenIn = (state: StageState, segment: string) => givenMs(partsOf(state, segment));

function always(check: (steps: Step[], meeting: Meeting) => void): void {
  fc.assert(
    fc.property(story, (told) => {
      const meeting = play(told);
      check(stepsOf(meeting), meeting);
    }),
    { numRuns: 150 },
  );
}

describe('in any meeting', () => {
  it('exactly one segment is active; all before it is done, all after it waits', () => {
    always((steps) => {
      for (const state of settled(steps)) {
        if (state.phase !== 'running') continue;
        const here = state.segments.findIndex(({ id }) => id === state.current);
        for (const [i, { id }] of state.segments.entries()) {
          const expected = i < here ? ['done', 'skipped'] : i === here ? ['active'] : ['waiting'];
          expect(expected).toContain(state.runs[id]?.status);
        }
        expect(state.clock.kind).not.toBe('off');
      }
    });
  });

  it('the budgets add up to the plan and to what has moved the end', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        const grown = budgetSum(after) - budgetSum(before);
        if (event.type === 'timeExtended') {
          const paid = event.payers.reduce((sum, { ms }) => sum + ms, 0);
          expect(paid).toBeLessThanOrEqual(event.ms);
          expect(grown).toBe(event.ms - paid);
        } else if (event.type === 'segmentEntered' && event.how !== 'repeat') {
          const left = before.runs[event.segment]?.leftMs ?? null;
          expect(grown).toBe(left === null ? 0 : Math.max(minute, left) - Math.max(0, left));
        } else if (event.type === 'topicOpened') {
          const lacking = givenIn(after, event.segment) - (before.runs[event.segment]?.budgetMs ?? 0);
          expect(grown).toBe(Math.max(0, lacking));
        } else if (event.type !== 'roomOpened' && event.type !== 'segmentEntered') {
          expect(grown).toBe(0);
        }
      }
      const [opened] = steps;
      expect(budgetSum(opened?.after ?? initialStage())).toBe((opened?.after.minutes ?? 0) * minute);
    });
  });

  it('an extension moves the forecast by exactly what nobody pays', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'timeExtended') continue;
        const paid = event.payers.reduce((sum, { ms }) => sum + ms, 0);
        const moved = (forecastEnd(after, event.at) ?? 0) - (forecastEnd(before, event.at) ?? 0);
        expect(moved).toBe(event.ms - paid);
      }
    });
  });

  it('a topic gets its share of what its segment has left, and moves the forecast only for its first minute', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'topicOpened') continue;
        const segment = before.segments.find(({ id }) => id === event.segment);
        const left = segment ? remainingMs(before, segment, event.at) : 0;
        expect(event.budgetMs).toBeLessThanOrEqual(Math.max(minute, left));
        const moved = (forecastEnd(after, event.at) ?? 0) - (forecastEnd(before, event.at) ?? 0);
        expect(moved).toBe(Math.max(0, event.budgetMs - left));
        expect(leftMs(after.clock, event.at)).toBe(event.budgetMs);
      }
    });
  });

  it('topics are opened only in discuss segments, and never take more together than the budget there is', () => {
    always((steps) => {
      for (const state of settled(steps)) {
        for (const [id, { turns }] of Object.entries(state.discussions)) {
          expect(state.segments.find((segment) => segment.id === id)?.activity).toBe('discuss');
          if (turns.length === 0) continue;
          expect(givenIn(state, id)).toBeLessThanOrEqual(state.runs[id]?.budgetMs ?? 0);
        }
      }
    });
  });

  it('nobody is asked twice at once whether to keep talking, nor after the topic is over', () => {
    always((steps) => {
      for (const state of settled(steps)) {
        const asked = openPolls(state).filter(({ question }) => question === 'keep-talking');
        expect(asked.length).toBeLessThanOrEqual(1);
        for (const { segment, topic } of asked) {
          expect(segment).toBe(state.current);
          expect(topic).toBe(state.discussions[segment ?? '']?.turns.at(-1)?.topic);
        }
        expect(new Set(state.polls.map(({ id }) => id)).size).toBe(state.polls.length);
      }
    });
  });

  it('a poll ends once, keeps its options, and nobody is asked the same twice at once', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        for (const poll of before.polls) {
          const now = after.polls.find(({ id }) => id === poll.id);
          if (poll.result !== null) expect(now).toEqual(poll);
          else if (event.type !== 'pollCancelled') expect(now?.options).toEqual(poll.options);
        }
        const asked = openPolls(after).map(({ question, segment, topic }) =>
          question === 'vote' ? `vote ${segment}` : `${question} ${topic}`,
        );
        expect(new Set(asked).size).toBe(asked.length);
      }
    });
  });

  it('no segment pays below its floor, and decide and close never pay', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'timeExtended') continue;
        for (const { segment: id } of event.payers) {
          const segment = before.segments.find((one) => one.id === id);
          if (!segment) throw new Error(`${id} pays and is not on the agenda`);
          expect(isProtected(segment)).toBe(false);
          if (id === event.segment) {
            expect(segment.activity).toBe('discuss');
            expect(event.payers[0]?.segment).toBe(id);
            continue;
          }
          expect(after.runs[id]?.budgetMs).toBeGreaterThanOrEqual(floorMinutes(segment) * minute);
          expect(before.runs[id]?.status).toBe('waiting');
        }
      }
    });
  });

  it('rounds are held only in gather segments, and share exactly the budget there is', () => {
    always((steps) => {
      for (const state of settled(steps)) {
        for (const [id, gather] of Object.entries(state.gathers)) {
          expect(state.segments.find((segment) => segment.id === id)?.activity).toBe('gather');
          expect(gather.rounds.length).toBeLessThanOrEqual(gather.roundsDue);
          const given = [...gather.earlier, ...gather.rounds].reduce(
            (sum, { budgetMs }) => sum + budgetMs,
            0,
          );
          const budget = state.runs[id]?.budgetMs ?? 0;
          expect(given).toBeLessThanOrEqual(budget);
          if (gather.rounds.length === state.segments.find((s) => s.id === id)?.rounds) {
            expect(given).toBe(budget);
          }
        }
      }
    });
  });

  it('nothing is revealed before the last round, and no round follows a reveal', () => {
    always((steps) => {
      const revealed = new Set<SegmentId>();
      for (const { before, event } of steps) {
        if (event.type === 'segmentEntered' && event.how === 'repeat') revealed.delete(event.segment);
        if (event.type === 'roundStarted') expect([...revealed]).not.toContain(event.segment);
        if (event.type !== 'notesRevealed') continue;
        const { rounds, roundsDue } = before.gathers[event.segment] ?? { rounds: [], roundsDue: 1 };
        const left = ['done', 'skipped'].includes(before.runs[event.segment]?.status ?? '');
        expect(rounds.length >= roundsDue || left).toBe(true);
        revealed.add(event.segment);
      }
    });
  });

  it('nobody’s lens changes inside a round, and nobody who does not write is given one', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type === 'roundStarted') {
          for (const seat of Object.keys(event.held)) expect(isWritingSeat(before, seat)).toBe(true);
        }
        if (event.type === 'lensGiven') expect(isWritingSeat(before, event.seat)).toBe(true);
        const was = before.gathers.gather?.rounds ?? [];
        const is = after.gathers.gather?.rounds ?? [];
        if (is.length < was.length) continue;
        for (const [i, { held }] of was.entries()) expect(is[i]?.held).toMatchObject(held);
      }
    });
  });

  it('the bell moves nothing', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'bellRang') continue;
        expect({ ...after, rev: 0, clock: null }).toEqual({ ...before, rev: 0, clock: null });
      }
    });
  });

  it('the server has nothing overdue once it has acted', () => {
    always((_, meeting) => {
      meeting.alarm();
      expect(nextAlarm(meeting.stage) ?? Infinity).toBeGreaterThan(meeting.now);
    });
  });

  it('a restart at any moment, from what is stored, goes on in the same stage', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, cut) => {
        const meeting = play(told);
        const stored = meeting.events.map((event) => JSON.stringify(event));
        const restored = stored.map((body) => JSON.parse(body) as StageEvent);
        const at = cut % (stored.length + 1);
        const snapshot = JSON.parse(
          JSON.stringify(reduceAll(initialStage(), restored.slice(0, at))),
        ) as StageState;
        expect(reduceAll(snapshot, restored.slice(at))).toEqual(meeting.stage);
        expect(meeting.stage.rev).toBe(stored.length);
      }),
      { numRuns: 150 },
    );
  });

  it('closing takes one command, and a closed room accepts none', () => {
    fc.assert(
      fc.property(story, command, (told, after) => {
        const meeting = play(told);
        meeting.pass(3000);
        expect(meeting.ask({ type: 'closeRoom', anyway: false }).ok).toBe(true);
        expect(meeting.refusal(after)).toBe('room-closed');
        expect(Object.values(meeting.stage.runs).some(({ status }) => status === 'active')).toBe(false);
        expect(nextAlarm(meeting.stage)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
