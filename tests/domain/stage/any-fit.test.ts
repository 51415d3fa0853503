/** However often a meeting is made to fit, before it begins and while it runs: what must hold of its time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes } from '../../../src/domain/agenda/floors.ts';
import { bufferLeftMs, plannedTotalMs } from '../../../src/domain/stage/budget.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { changesPlan, fitPlan } from '../../../src/domain/stage/fitting.ts';
import { forecastEnd, planEnd } from '../../../src/domain/stage/forecast.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import { play, story } from './any-plan.ts';
import { beside, Meeting, minute } from './meeting.ts';

const goal = fc.integer({ min: 15, max: 180 });
const goals = fc.array(goal, { minLength: 1, maxLength: 3 });

function fitTo(meeting: Meeting, minutes: number): boolean {
  meeting.do({ type: 'setGoal', minutes });
  return meeting.ask({ type: 'fitAgenda' }).ok;
}

const planOf = ({ segments, runs, bufferMs, plannedBufferMs }: StageState) => ({
  ...{ bufferMs, plannedBufferMs },
  parts: segments.map(({ id, rounds }) => ({ id, rounds, budgetMs: runs[id]?.budgetMs })),
});
const isWorthHolding = ({ segments }: StageState) =>
  segments.every((segment) => segment.minutes >= floorMinutes(segment));
const budgetOf = ({ runs }: StageState, id: string | null) => runs[id ?? '']?.budgetMs ?? 0;
const paidMs = ({ plannedBufferMs, bufferMs }: StageState) => plannedBufferMs - bufferMs;
const minutesOf = (state: StageState) => plannedTotalMs(state) / minute;

/** Until something would run over: till then time takes nothing from what is to come. */
const timeInHand = ({ stage, now }: Meeting) =>
  stage.clock.kind === 'running' ? Math.max(0, leftMs(stage.clock, now) ?? 0) : 0;

/** Otherwise there is only the buffer to give. */
const isSomethingAhead = ({ runs }: StageState) =>
  Object.values(runs).some(({ visits }) => visits.length === 0);

describe('however an agenda is made to fit', () => {
  it('an agenda that was made to fit adds up to its goal, and ends when it was to', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (command, { stage, now }) => {
          if (command.type !== 'fitAgenda') return;
          if (stage.phase === 'lobby') expect(plannedTotalMs(stage)).toBe(stage.minutes * minute);
          else if (isSomethingAhead(stage)) expect(forecastEnd(stage, now)).toBe(planEnd(stage));
          const again = fitPlan(stage, now);
          expect(again.fits && again.dropped).toEqual([]);
          if (stage.phase === 'lobby') expect(again.fits && changesPlan(stage, again)).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a fit never grows the buffer beyond what somebody set, less what it has paid since', () => {
    fc.assert(
      fc.property(story, goal, (told, other) => {
        let setMs = 0;
        play(told, (command, meeting, from) => {
          const { stage } = meeting;
          const isSet = command.type === 'setBuffer' || command.type === 'setAgenda';
          if (isSet && stage.bufferMs !== from.bufferMs) setMs = stage.bufferMs;
          else setMs -= paidMs(stage) - paidMs(from);
          expect(stage.bufferMs, command.type).toBeLessThanOrEqual(setMs);
          const fitted = beside(meeting);
          if (fitTo(fitted, other)) expect(fitted.stage.bufferMs).toBeLessThanOrEqual(setMs);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('made to fit another length and back again, with nothing set by hand between, it is the same plan', () => {
    fc.assert(
      fc.property(story, goal, (told, other) => {
        play(told, (command, meeting) => {
          if (command.type !== 'fitAgenda' || meeting.stage.phase !== 'lobby') return;
          const { segments, minutes, bufferMs } = meeting.stage;
          const again = beside(meeting);
          if (!fitTo(again, other)) return;
          expect(fitTo(again, minutes)).toBe(true);
          expect(again.stage).toMatchObject({ segments, bufferMs });
          for (const { id, minutes } of segments) expect(budgetOf(again.stage, id)).toBe(minutes * minute);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a format that was opened for one length and made to fit another is as if it had been opened for that', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formatIds), goal, goal, (format, first, then) => {
        const plan = ({ stage }: Meeting) => stage.segments.map(({ id, minutes }) => [id, minutes]);
        const shapeOf = ({ stage }: Meeting) => stage.segments.map(({ id, rounds }) => [id, rounds]);
        const meeting = new Meeting({ format, minutes: first });
        const direct = new Meeting({ format, minutes: then });
        fc.pre(String(shapeOf(meeting)) === String(shapeOf(direct)));
        meeting.do({ type: 'setGoal', minutes: then });
        meeting.do({ type: 'fitAgenda' });
        expect(plan(meeting)).toEqual(plan(direct));
      }),
      { numRuns: 200 },
    );
  });

  it('what is kept free makes the meeting no longer where the parts can give it', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (command, { stage, now }, from) => {
          if (command.type !== 'setBuffer' || !command.fit) return;
          expect(bufferLeftMs(stage, now)).toBe(command.minutes * minute);
          expect(stage.segments.map(({ id, rounds }) => [id, rounds])).toEqual(
            from.segments.map(({ id, rounds }) => [id, rounds]),
          );
          if (stage.phase === 'lobby') {
            expect(plannedTotalMs(stage)).toBeLessThanOrEqual(stage.minutes * minute);
          } else if (isSomethingAhead(stage)) {
            expect(forecastEnd(stage, now)).toBeLessThanOrEqual(planEnd(stage) ?? 0);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a late start that keeps the end makes the plan fit what is left, and never longer', () => {
    fc.assert(
      fc.property(story, (told) => {
        play({ ...told, keepEnd: true }, (command, { stage, now }, from) => {
          if (command.type !== 'startMeeting' || !command.keepEnd || from.plannedStart === null) return;
          const end = from.plannedStart.at + from.minutes * minute;
          if (now - from.plannedStart.at < minute) return expect(stage.minutes).toBe(from.minutes);
          expect(planEnd(stage)).toBe(end);
          expect(forecastEnd(stage, now)).toBe(Math.min(end, now + plannedTotalMs(from)));
          return undefined;
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('[PLAN-4] a meeting that is made to fit while it runs', () => {
  it('is the same plan after other lengths, buffer included, whatever went by in what is on', () => {
    fc.assert(
      fc.property(story, goals, fc.nat({ max: 99 }), (told, others, percent) => {
        play(told, ({ type }, meeting) => {
          const { phase, minutes } = meeting.stage;
          if (type !== 'fitAgenda' || phase !== 'running') return;
          const again = beside(meeting);
          for (const other of others) fitTo(again, other);
          again.pass(Math.floor((timeInHand(again) * percent) / 100));
          expect(fitTo(again, minutes)).toBe(true);
          expect(planOf(again.stage)).toEqual(planOf(meeting.stage));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('comes back to the plan as it was announced, with all its buffer', () => {
    fc.assert(
      fc.property(story, goals, (told, others) => {
        play({ ...told, keepEnd: false }, (command, meeting) => {
          const announced = meeting.stage;
          if (command.type !== 'startMeeting' || command.keepEnd) return;
          if (!isWorthHolding(announced)) return;
          const again = beside(meeting);
          for (const other of others) fitTo(again, other);
          expect(fitTo(again, minutesOf(announced))).toBe(true);
          expect(planOf(again.stage)).toEqual(planOf(announced));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('has its buffer again when it is given the time back that a late start took', () => {
    fc.assert(
      fc.property(story, (told) => {
        play({ ...told, keepEnd: true }, (command, meeting, from) => {
          if (command.type !== 'startMeeting' || !isWorthHolding(from)) return;
          const { segments, current } = meeting.stage;
          if (segments.length < from.segments.length) return;
          if (budgetOf(meeting.stage, current) > budgetOf(from, current)) return;
          const again = beside(meeting);
          expect(fitTo(again, minutesOf(from))).toBe(true);
          expect(again.stage.bufferMs).toBe(from.bufferMs);
        });
      }),
      { numRuns: 200 },
    );
  });
});
