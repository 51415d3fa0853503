/** Whatever people do, in whatever order: what must hold at every moment of every meeting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes, isProtected } from '../../../src/domain/agenda/floors.ts';
import { nextAlarm } from '../../../src/domain/stage/alarms.ts';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { forecastEnd } from '../../../src/domain/stage/forecast.ts';
import { isWritingSeat } from '../../../src/domain/stage/gathering.ts';
import { initialStage, reduce, reduceAll } from '../../../src/domain/stage/reduce.ts';
import { raiseSeat, renameSeat } from '../../../src/domain/stage/roster.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import { Meeting, minute } from './meeting.ts';

type Deed =
  | { do: 'command'; command: StageCommand }
  | { do: 'pass'; ms: number }
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
const rest = fc.constantFrom<StageCommand>({ type: 'startMeeting' }, { type: 'bringEveryone' });
const command = fc.oneof(
  { arbitrary: moving, weight: 6 },
  { arbitrary: timing, weight: 3 },
  { arbitrary: gathering, weight: 4 },
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
const story = fc.record({
  plan: fc.record({
    format: fc.constantFrom(...formatIds),
    minutes: fc.integer({ min: 15, max: 180 }),
    people: fc.integer({ min: 1, max: 50 }),
  }),
  deeds: fc.array(deed, { maxLength: 60 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

interface Step {
  readonly before: StageState;
  readonly event: StageEvent;
  readonly after: StageState;
}

function play({ plan, deeds }: Story): Meeting {
  const meeting = new Meeting(plan);
  meeting.joinMany(3);
  meeting.do({ type: 'startMeeting' });
  for (const [i, deed] of deeds.entries()) {
    const seats = Object.keys(meeting.stage.seats);
    if (deed.do === 'command') meeting.ask(deed.command);
    else if (deed.do === 'pass') meeting.pass(deed.ms);
    else if (deed.do === 'join') meeting.join(`seat${i}`, deed.role);
    else someone(meeting, deed.do, seats[deed.who % seats.length] ?? '');
  }
  return meeting;
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

  it('no segment pays below its floor, and decide and close never pay', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'timeExtended') continue;
        for (const { segment: id } of event.payers) {
          const segment = before.segments.find((one) => one.id === id);
          if (!segment) throw new Error(`${id} pays and is not on the agenda`);
          expect(isProtected(segment)).toBe(false);
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
      let revealed = false;
      for (const { before, event } of steps) {
        if (event.type === 'segmentEntered' && event.how === 'repeat' && event.segment === 'gather')
          revealed = false;
        if (event.type === 'roundStarted') expect(revealed).toBe(false);
        if (event.type !== 'notesRevealed') continue;
        const { rounds, roundsDue } = before.gathers.gather ?? { rounds: [], roundsDue: 1 };
        const left = ['done', 'skipped'].includes(before.runs.gather?.status ?? '');
        expect(rounds.length >= roundsDue || left).toBe(true);
        revealed = true;
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
