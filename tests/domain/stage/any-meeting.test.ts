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
import { reduceAll } from '../../../src/domain/stage/reduce.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { SegmentId } from '../../../src/protocol/ids.ts';
import { command, play, story } from './any-meeting.ts';
import { minute, type Meeting } from './meeting.ts';
import { stepsOf, type Step } from './steps.ts';

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
