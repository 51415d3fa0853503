/** A meeting as it was stored before there was a buffer, a changing agenda and all the rest. */
import { describe, expect, it } from 'vitest';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { forecastEnd, planEnd } from '../../../src/domain/stage/forecast.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduceAll } from '../../../src/domain/stage/reduce.ts';
import { Meeting, minute, openedAt } from './meeting.ts';

const segment = (id: string, minutes: number) => ({
  ...{ id, activity: id, title: id, question: '', minutes, policy: 'none' },
  ...{ lenses: [], rounds: 1, prompts: [] },
});
const stored = [
  {
    ...{ at: openedAt, type: 'roomOpened', title: 'Old', format: 'heart-heat', minutes: 20, people: 4 },
    segments: [segment('check-in', 5), segment('discuss', 10), segment('close', 5)],
  },
  { at: openedAt, type: 'seatTaken', seat: 'mara', name: 'Mara', role: 'facilitator' },
  { at: openedAt, type: 'meetingStarted' },
  { at: openedAt, type: 'segmentEntered', segment: 'check-in', how: 'start', budgetMs: 5 * minute },
  { at: openedAt + 5 * minute, type: 'bellRang', segment: 'check-in', round: null },
  {
    ...{ at: openedAt + 6 * minute, type: 'timeExtended', segment: 'check-in', ms: 2 * minute },
    payers: [{ segment: 'discuss', ms: 2 * minute }],
  },
  { at: openedAt + 9 * minute, type: 'segmentLeft', segment: 'check-in', as: 'done' },
  {
    at: openedAt + 9 * minute,
    type: 'segmentEntered',
    segment: 'discuss',
    how: 'next',
    budgetMs: 8 * minute,
  },
] as unknown as StageEvent[];

describe('what was stored earlier', () => {
  const stage = reduceAll(initialStage(), stored);
  const now = openedAt + 9 * minute;

  it('is the same meeting as it was then', () => {
    expect(stage.runs['check-in']).toMatchObject({ status: 'done', budgetMs: 7 * minute, leftMs: -minute });
    expect(stage.runs['discuss']?.budgetMs).toBe(8 * minute);
    expect([forecastEnd(stage, now), planEnd(stage)]).toEqual([
      openedAt + 22 * minute,
      openedAt + 20 * minute,
    ]);
    expect(stage).toMatchObject({ bufferMs: 0, early: null, removedSegments: [], facilitatorNotes: {} });
    for (const { preReads, checkIn } of stage.segments) expect([preReads, checkIn]).toEqual([[], 'none']);
  });

  it('goes on with all that there is now', () => {
    const meeting = new Meeting();
    meeting.stage = stage;
    meeting.now = now;
    meeting.do({ type: 'duplicateSegment', segment: 'check-in' });
    meeting.do({ type: 'setBuffer', minutes: 1 });
    meeting.do({ type: 'fitAgenda' });
    expect(forecastEnd(meeting.stage, now)).toBe(planEnd(meeting.stage));
  });
});
