import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorMinutes, isProtected } from '../../../src/domain/agenda/floors.ts';
import { formatOf, formats } from '../../../src/domain/agenda/formats.ts';
import { scaleAgenda, scaleSegments } from '../../../src/domain/agenda/scale.ts';
import { activities, type Segment } from '../../../src/domain/agenda/segment.ts';
import { formatIds, type FormatId } from '../../../src/protocol/http.ts';

const format = fc.constantFrom(...formatIds);
const length = fc.integer({ min: 15, max: 180 });

function scaled(id: FormatId, minutes: number): Segment[] {
  const outcome = scaleAgenda(id, minutes);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.segments;
}

const sum = (segments: readonly Segment[]) => segments.reduce((all, { minutes }) => all + minutes, 0);
const floorSum = (segments: readonly Segment[]) =>
  segments.reduce((all, segment) => all + floorMinutes(segment), 0);
const planOf = (segments: readonly Segment[]) => segments.map(({ id, minutes }) => `${id} ${minutes}`);

describe('an agenda fitted to the minutes there are', () => {
  it('is the plan itself at 60 minutes', () => {
    for (const { id, segments } of formats) expect(scaled(id, 60)).toEqual(segments);
  });

  it('adds up to exactly the minutes asked for, whatever they are', () => {
    fc.assert(fc.property(format, length, (id, minutes) => sum(scaled(id, minutes)) === minutes));
  });

  it('gives every segment whole minutes and at least its floor', () => {
    fc.assert(
      fc.property(format, length, (id, minutes) =>
        scaled(id, minutes).every(
          (segment) => Number.isInteger(segment.minutes) && segment.minutes >= floorMinutes(segment),
        ),
      ),
    );
  });

  it('always keeps decide and close, and something to gather', () => {
    fc.assert(
      fc.property(format, length, (id, minutes) => {
        const kept = scaled(id, minutes).map(({ activity }) => activity);
        expect(kept).toEqual(expect.arrayContaining(['gather', 'decide', 'close']));
      }),
    );
  });

  it('keeps everything as long as the floors fit', () => {
    fc.assert(
      fc.property(format, length, (id, minutes) => {
        const { segments } = formatOf(id);
        fc.pre(minutes >= floorSum(segments));
        expect(scaled(id, minutes).map(({ id, rounds }) => [id, rounds])).toEqual(
          segments.map(({ id, rounds }) => [id, rounds]),
        );
      }),
    );
  });

  it('never makes a segment shorter when the meeting gets ten minutes longer', () => {
    for (const { id } of formats) {
      for (let minutes = 36; minutes <= 170; minutes++) {
        const longer = scaled(id, minutes + 10);
        for (const [i, segment] of scaled(id, minutes).entries()) {
          expect(longer[i]?.minutes).toBeGreaterThanOrEqual(segment.minutes);
        }
      }
    }
  });

  it('shares in proportion to the plan, to the minute, where no floor is in the way', () => {
    fc.assert(
      fc.property(format, fc.integer({ min: 120, max: 180 }), (id, minutes) => {
        const planned = formatOf(id).segments;
        return scaled(id, minutes).every(
          (segment, i) => Math.abs(segment.minutes - ((planned[i]?.minutes ?? 0) * minutes) / 60) < 1,
        );
      }),
    );
  });

  it('gives each segment its floor or its share of what the floors of the others leave, to the minute', () => {
    for (const { id } of formats) {
      for (let minutes = 15; minutes <= 180; minutes++) {
        const planned = new Map(formatOf(id).segments.map((segment) => [segment.id, segment.minutes]));
        const fitted = scaled(id, minutes);
        const due = (segment: Segment, perMinute: number) =>
          Math.max(floorMinutes(segment), (planned.get(segment.id) ?? 0) * perMinute);
        const perMinute = bisect((guess) =>
          fitted.reduce((all, segment) => all + due(segment, guess), -minutes),
        );
        for (const segment of fitted) {
          expect(
            Math.abs(segment.minutes - due(segment, perMinute)),
            `${id} ${minutes} ${segment.id}`,
          ).toBeLessThan(1);
        }
      }
    }
  });

  it('gives the odd minutes to the largest remainders, earlier segments first', () => {
    const plan = [talk('a', 10), talk('b', 10), talk('c', 40)];
    expect(planOf(ok(scaleSegments(plan, 61)))).toEqual(['a 10', 'b 10', 'c 41']);
    expect(planOf(ok(scaleSegments(plan, 63)))).toEqual(['a 11', 'b 10', 'c 42']);
  });

  it('drops lens rounds first, and goes on with the others', () => {
    const rounds = (minutes: number) =>
      scaled('heart-heat', minutes).find(({ id }) => id === 'gather')?.rounds;
    expect([36, 35, 33, 32, 30, 29, 27].map(rounds)).toEqual([4, 3, 3, 2, 2, 1, 1]);
  });

  it('then drops follow-up, then check-in, and only below that what a quarter of an hour cannot hold', () => {
    const ids = (minutes: number) => scaled('heart-heat', minutes).map(({ id }) => id);
    expect(ids(27)).toContain('follow-up');
    expect(ids(26)).not.toContain('follow-up');
    expect(ids(25)).toContain('check-in');
    expect(ids(23)).toEqual(['wins', 'gather', 'group', 'vote', 'discuss', 'decide', 'close']);
    expect(ids(17)).toEqual(['wins', 'gather', 'discuss', 'decide', 'close']);
    expect(ids(15)).toEqual(['wins', 'gather', 'decide', 'close']);
    expect(scaled('start-stop-continue', 15).map(({ id }) => id)).toEqual([
      'gather',
      'discuss',
      'decide',
      'close',
    ]);
  });

  it('drops of several alike the one with the fewest minutes, and silent reading last', () => {
    const ids = (id: FormatId, minutes: number) => scaled(id, minutes).map((segment) => segment.id);
    expect(ids('decision', 20)).toEqual(['read', 'discuss', 'discuss-2', 'gather', 'decide', 'close']);
    expect(ids('decision', 15)).toEqual(['read', 'discuss-2', 'gather', 'decide', 'close']);
    expect(ids('incident-review', 15)).toEqual(['timeline', 'gather', 'wins', 'decide', 'close']);
    expect(ids('incident-review', 16)).toContain('read');
  });

  it('drops nothing in a longer meeting that it keeps in a shorter one', () => {
    for (const { id } of formats) {
      for (let minutes = 15; minutes < 40; minutes++) {
        const longer = new Map(scaled(id, minutes + 1).map(({ id, rounds }) => [id, rounds]));
        for (const { id: kept, rounds } of scaled(id, minutes)) {
          expect(longer.get(kept)).toBeGreaterThanOrEqual(rounds);
        }
      }
    }
  });

  it('refuses lengths outside 15 to 180, fractions and what is no number', () => {
    for (const minutes of [14, 181, 0, -60, 30.5, Number.NaN, Infinity]) {
      expect(scaleAgenda('heart-heat', minutes)).toEqual({ ok: false, code: 'bad-input' });
    }
  });

  it('keeps its promises for any plan, or says that it does not fit', () => {
    const plan = fc.uniqueArray(
      fc.record({
        activity: fc.constantFrom(...activities),
        minutes: fc.integer({ min: 1, max: 30 }),
        rounds: fc.integer({ min: 1, max: 6 }),
      }),
      { selector: ({ activity }) => activity, minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(plan, length, (steps, minutes) => {
        const planned = steps.map((step) => ({
          ...talk(step.activity, step.minutes),
          activity: step.activity,
          rounds: step.activity === 'gather' ? step.rounds : 1,
        }));
        const outcome = scaleSegments(planned, minutes);
        const kept = outcome.ok ? outcome.segments : planned.filter(isProtected);
        expect(kept.filter(isProtected)).toHaveLength(planned.filter(isProtected).length);
        if (outcome.ok && kept.length > 0) expect(sum(kept)).toBe(minutes);
        for (const segment of outcome.ok ? kept : []) {
          expect(segment.minutes).toBeGreaterThanOrEqual(floorMinutes(segment));
        }
      }),
    );
  });
});

/** Where a function that grows is nought, between 0 and 10. */
function bisect(grows: (guess: number) => number): number {
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (grows(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

function ok(outcome: ReturnType<typeof scaleSegments>): Segment[] {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.segments;
}

function talk(id: string, minutes: number): Segment {
  return {
    id,
    activity: 'talk',
    title: id,
    question: '',
    minutes,
    policy: 'none',
    lenses: [],
    rounds: 1,
    prompts: [],
    preReads: [],
    checkIn: 'none',
  };
}
