/** However the agenda is changed, before and during the meeting: what must hold of its time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes, isProtected } from '../../../src/domain/agenda/floors.ts';
import { announcedMinutes, removedSinceStart } from '../../../src/domain/stage/announced.ts';
import { nextAlarm } from '../../../src/domain/stage/alarms.ts';
import {
  aheadMs,
  bufferLeftMs,
  overrunMs,
  plannedTotalMs,
  remainingMs,
} from '../../../src/domain/stage/budget.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { forecastEnd } from '../../../src/domain/stage/forecast.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduceAll } from '../../../src/domain/stage/reduce.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { play, story } from './any-plan.ts';
import { beside, minute, type Meeting } from './meeting.ts';
import { stepsOf, type Step } from './steps.ts';

function always(check: (steps: readonly Step[], meeting: Meeting) => void, numRuns = 200): void {
  fc.assert(
    fc.property(story, (told) => {
      const meeting = play(told);
      check(stepsOf(meeting), meeting);
    }),
    { numRuns },
  );
}

/** Nobody does anything but go on when the time of what is on has run out; the buffer is spent at the end. */
function simulatedEnd(meeting: Meeting): number {
  const { stage } = meeting;
  if (stage.clock.kind === 'paused') meeting.do({ type: 'resumeClock' });
  for (;;) {
    const { clock, current } = meeting.stage;
    meeting.pass(Math.max(0, leftMs(clock, meeting.now) ?? 0));
    const isInRounds = (meeting.stage.gathers[current ?? '']?.rounds.length ?? 0) > 0;
    if (!isInRounds || isLastRound(meeting)) meeting.pass(aheadMs(meeting.stage, current ?? '', meeting.now));
    if (!meeting.ask({ type: 'goNext' }).ok) break;
  }
  return meeting.now + bufferLeftMs(meeting.stage, meeting.now);
}

function isLastRound({ stage }: Meeting): boolean {
  const gather = stage.gathers[stage.current ?? ''];
  return !gather || gather.rounds.length >= gather.roundsDue;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const hasVisits = ({ runs }: StageState, id: string) => (runs[id]?.visits.length ?? 0) > 0;
const budgetOf = (state: StageState, id: string) => state.runs[id]?.budgetMs ?? 0;

const planned = ({ format, minutes, bufferMs, segments }: StageState) => ({
  ...{ format, minutes, bufferMs },
  segments: segments.map((segment) => ({ ...segment, preReads: [] })),
});

const totalOf = (state: StageState) =>
  sum(Object.values(state.runs).map(({ budgetMs }) => budgetMs)) + state.bufferMs;

/** Of all that a segment was given: its clock as it stood when people left it, and parts that were not begun. */
function notUsed({ runs, gathers, discussions }: StageState, id: string): number {
  const run = runs[id];
  const gather = gathers[id];
  const talk = discussions[id];
  if (!run) return 0;
  if (run.leftMs === null) return run.budgetMs;
  const given = gather
    ? [...gather.earlier.flat(), ...gather.rounds].map(({ budgetMs }) => budgetMs)
    : talk && talk.turns.length > 0
      ? [talk.withoutMs, ...[...talk.earlier.flat(), ...talk.turns].map(({ budgetMs }) => budgetMs)]
      : [run.budgetMs];
  return Math.max(0, run.leftMs) + Math.max(0, run.budgetMs - sum(given));
}

/** By how much the event says that the whole plan gets longer. */
function said({ before, event, after }: Step): number {
  switch (event.type) {
    case 'roomOpened':
      return sum(event.segments.map(({ minutes }) => minutes * minute)) + (event.buffer ?? 0) * minute;
    case 'agendaSet': {
      const given = event.segments.map(
        ({ id, minutes }) => event.budgets[id] ?? before.runs[id]?.budgetMs ?? minutes * minute,
      );
      return sum(given) + event.bufferMs - totalOf(before);
    }
    case 'bufferSet':
      return event.bufferMs - before.bufferMs;
    case 'timeExtended':
      return event.ms - sum(event.payers.map(({ ms }) => ms)) - (event.bufferMs ?? 0);
    case 'segmentEntered': {
      if (event.how === 'repeat') return event.budgetMs - notUsed(before, event.segment);
      const left = before.runs[event.segment]?.leftMs ?? null;
      return left === null ? 0 : Math.max(minute, left) - Math.max(0, left);
    }
    case 'topicOpened': {
      const grown = budgetOf(after, event.segment) - budgetOf(before, event.segment);
      return Math.max(0, grown - before.bufferMs);
    }
    default:
      return 0;
  }
}

describe('however the agenda is changed', () => {
  it('planned segments and the buffer add up to the total, which changes by what is said and nothing else', () => {
    always((steps) => {
      for (const step of steps) {
        const { before, event, after } = step;
        expect(plannedTotalMs(after)).toBe(totalOf(after));
        expect(totalOf(after) - totalOf(before), event.type).toBe(said(step));
        expect(after.bufferMs).toBeGreaterThanOrEqual(0);
        for (const { id } of after.segments) expect(budgetOf(after, id)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('what has begun keeps the minutes it was planned with, whatever it is given since', () => {
    always((steps) => {
      for (const { before, after } of steps) {
        for (const { id, minutes } of before.segments) {
          if (!hasVisits(before, id)) continue;
          expect(after.segments.find((segment) => segment.id === id)?.minutes).toBe(minutes);
        }
      }
    });
  });

  it('of what is planned to be kept free all is left that nothing was paid from', () => {
    always((steps) => {
      for (const { before, event, after } of steps) {
        const isPlan =
          event.type === 'agendaSet' || event.type === 'bufferSet' || event.type === 'roomOpened';
        const paidMs = after.plannedBufferMs - after.bufferMs;
        expect(paidMs, event.type).toBeGreaterThanOrEqual(before.plannedBufferMs - before.bufferMs);
        if (isPlan) expect(paidMs).toBe(before.plannedBufferMs - before.bufferMs);
        else expect(after.plannedBufferMs).toBe(before.plannedBufferMs);
      }
    });
  });

  it('one segment more, less or longer changes the total by its minutes', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (command, { stage }, from) => {
          const grown = plannedTotalMs(stage) - plannedTotalMs(from);
          const gone = from.segments.filter(({ id }) => !stage.runs[id]);
          if (command.type === 'addSegment') expect(grown).toBe(command.segment.minutes * minute);
          if (command.type === 'moveSegment') expect(grown).toBe(0);
          if (command.type === 'removeSegment')
            expect(grown).toBe(-sum(gone.map(({ id }) => budgetOf(from, id))));
          if (command.type !== 'changeSegment' || command.change.minutes === undefined) return;
          const was = from.runs[command.segment];
          if (was?.visits.length === 0) expect(grown).toBe(command.change.minutes * minute - was.budgetMs);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('the forecast is when the meeting ends if nobody interferes, buffer included', () => {
    always((_, meeting) => {
      const forecast = forecastEnd(meeting.stage, meeting.now);
      expect(simulatedEnd(meeting)).toBe(forecast);
    });
  });

  it('no time is less than nothing: what runs over is shown as over, or costs the buffer, topics to come or the end', () => {
    always((_, meeting) => {
      meeting.alarm();
      const { stage, now } = meeting;
      const left = leftMs(stage.clock, now) ?? 0;
      expect(bufferLeftMs(stage, now)).toBeGreaterThanOrEqual(0);
      for (const segment of stage.segments)
        expect(remainingMs(stage, segment, now)).toBeGreaterThanOrEqual(0);
      if (left > 0) expect(overrunMs(stage, now)).toBe(0);
      if (left <= 0 && stage.clock.kind === 'running') expect(stage.clock.rang).toBe(true);
      expect(nextAlarm(stage) ?? Infinity).toBeGreaterThan(now);
    });
  });

  it('what a change of the agenda replaced comes back when it is undone', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (_, meeting, from) => {
          const { rev = 0 } = meeting.stage.agendaBefore ?? {};
          if (rev <= from.rev) return;
          const undone = beside(meeting);
          undone.do({ type: 'undoAgenda', rev });
          const { segments, bufferMs, facilitatorNotes } = undone.stage;
          expect(segments).toEqual(from.segments);
          expect(bufferMs).toBe(from.bufferMs);
          for (const { id } of segments) {
            expect(facilitatorNotes[id] ?? '').toBe(from.facilitatorNotes[id] ?? '');
            expect(budgetOf(undone.stage, id)).toBe(budgetOf(from, id));
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('[PLAN-6] what was announced is the plan at the start, and stays; what is not of it was added, what is missing was removed', () => {
    always((steps, { stage: { announced, segments } }) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'meetingStarted') expect(after.announced).toBe(before.announced);
        else expect(after.announced).toMatchObject(planned(before));
      }
      if (announced === null) throw new Error('not announced');
      const ids = segments.map(({ id }) => id);
      const added = ids.filter((id) => announcedMinutes(announced, id) === null);
      const removed = removedSinceStart(steps.at(-1)?.after ?? initialStage()).map(({ id }) => id);
      const known = announced.segments.map(({ id }) => id);
      expect([...known.filter((id) => !removed.includes(id)), ...added].sort()).toEqual([...ids].sort());
    });
  });

  it('decide and close never pay, are never dropped, and are made no shorter than their floors', () => {
    fc.assert(
      fc.property(story, (told) => {
        const meeting = play(told, (command, { stage }, from) => {
          if (command.type !== 'fitAgenda' && command.type !== 'startMeeting') return;
          for (const segment of from.segments.filter(isProtected)) {
            const run = stage.runs[segment.id];
            expect(run).toBeDefined();
            const floorMs = Math.min(floorMinutes(segment) * minute, budgetOf(from, segment.id));
            expect(run?.budgetMs).toBeGreaterThanOrEqual(floorMs);
          }
        });
        for (const { before, event } of stepsOf(meeting)) {
          if (event.type !== 'timeExtended') continue;
          const payers = before.segments.filter(({ id }) =>
            event.payers.some(({ segment }) => segment === id),
          );
          expect(payers.filter(isProtected)).toEqual([]);
          if (event.payers.length > 0) expect(event.bufferMs ?? 0).toBe(bufferLeftMs(before, event.at));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('what is over stays in front and what is to come behind; nothing that began is lost', () => {
    always((steps) => {
      for (const { before, after } of steps) {
        const ids = after.segments.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(Object.keys(after.runs).sort()).toEqual([...ids].sort());
        for (const { id } of before.segments) {
          if (hasVisits(before, id)) expect(ids).toContain(id);
        }
        if (after.phase !== 'running' || after.clock.kind === 'off') continue;
        const here = ids.indexOf(after.current ?? '');
        for (const [i, id] of ids.entries()) {
          const expected = i < here ? ['done', 'skipped'] : i === here ? ['active'] : ['waiting'];
          expect(expected).toContain(after.runs[id]?.status);
        }
      }
    });
  });

  it('what has begun keeps its place, also after a step back: nothing gets in front of it', () => {
    always((steps) => {
      for (const { before, after } of steps) {
        const begun = before.segments.map(({ id }) => id).filter((id) => hasVisits(before, id));
        expect(after.segments.slice(0, begun.length).map(({ id }) => id)).toEqual(begun);
      }
    });
  });

  it('the agenda of the room itself, set again, leaves every part where it is', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (command, { stage }, from) => {
          if (command.type !== 'setAgenda' || command.buffer !== undefined) return;
          expect(stage.segments.map(({ id }) => id)).toEqual(from.segments.map(({ id }) => id));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a restart at any moment, from what is stored, goes on in the same stage', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, cut) => {
        const meeting = play(told);
        const stored = JSON.parse(JSON.stringify(meeting.events)) as StageEvent[];
        const at = cut % (stored.length + 1);
        const halfway = JSON.parse(
          JSON.stringify(reduceAll(initialStage(), stored.slice(0, at))),
        ) as StageState;
        expect(reduceAll(halfway, stored.slice(at))).toEqual(meeting.stage);
      }),
      { numRuns: 100 },
    );
  });
});
