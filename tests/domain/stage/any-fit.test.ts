/** However often a running meeting is made to fit: what it comes back to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes } from '../../../src/domain/agenda/floors.ts';
import { plannedTotalMs } from '../../../src/domain/stage/budget.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { play, story } from './any-plan.ts';
import { beside, minute, type Meeting } from './meeting.ts';

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
const minutesOf = (state: StageState) => plannedTotalMs(state) / minute;

/** Until something would run over: till then time takes nothing from what is to come. */
const timeInHand = ({ stage, now }: Meeting) =>
  stage.clock.kind === 'running' ? Math.max(0, leftMs(stage.clock, now) ?? 0) : 0;

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
