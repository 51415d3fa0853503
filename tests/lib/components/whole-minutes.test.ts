/** Two facilitators who set the one number that all have: neither takes back in silence what the other has set. */
import { afterEach, describe, expect, test } from 'vitest';
import {
  buffer,
  goal,
  keepSpare,
  keepTenth,
  minutesOfPart,
  setWhole,
} from '../../../src/lib/components/agenda/builder/whole-minutes.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { roomOf } from './room-of.ts';

afterEach(hideToast);

/** A room in which somebody else is faster, once. */
function raced(meeting: Meeting, theirs: Command) {
  let isDone = false;
  return roomOf(meeting, [], () => {
    if (isDone) return;
    isDone = true;
    meeting.do(theirs as Parameters<Meeting['do']>[0]);
  });
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('how long the meeting takes in all', () => {
  test('is set, and set again by whoever set it', async () => {
    const meeting = new Meeting();
    const room = roomOf(meeting);
    expect(await setWhole(room, goal, 45, meeting.stage.minutes)).toBe(true);
    expect(await setWhole(room, goal, 50, 45)).toBe(true);
    expect([meeting.stage.minutes, toasts.current]).toEqual([50, null]);
  });

  test('stays as somebody else set it at the same moment; both are said, and mine can still stand', async () => {
    const meeting = new Meeting();
    const room = raced(meeting, { type: 'setGoal', minutes: 90 });
    expect(await setWhole(room, goal, 45, meeting.stage.minutes)).toBe(false);
    expect(meeting.stage.minutes).toBe(90);
    expect(toasts.current?.words).toBe(
      'Takes in all: somebody else has set 90 min meanwhile, and your 45 min were not taken.',
    );
    toasts.current?.action?.run();
    await settled();
    expect(meeting.stage.minutes).toBe(45);
  });

  test('is nobody’s clash where both set the same, or something else was changed', async () => {
    const meeting = new Meeting();
    const seen = meeting.stage.minutes;
    expect(await setWhole(raced(meeting, { type: 'setGoal', minutes: 45 }), goal, 45, seen)).toBe(true);
    expect(await setWhole(raced(meeting, { type: 'setBuffer', minutes: 3 }), goal, 50, 45)).toBe(true);
    expect([meeting.stage.minutes, toasts.current]).toEqual([50, null]);
  });
});

describe('what a part has', () => {
  const wins = minutesOfPart('wins');
  const given = ({ stage }: Meeting) => (stage.runs.wins?.budgetMs ?? 0) / minute;
  const change = (segment: string, minutes: number) =>
    ({ type: 'changeSegment', segment, change: { minutes } }) as const;

  test('is set, and set again by whoever set it, whatever others set elsewhere', async () => {
    const meeting = new Meeting();
    const seen = wins.basis(meeting.stage);
    expect(await setWhole(raced(meeting, change('gather', 25)), wins, 12, seen)).toBe(true);
    expect(await setWhole(roomOf(meeting), wins, 13, wins.basis(meeting.stage))).toBe(true);
    expect([given(meeting), meeting.stage.runs.gather?.budgetMs, toasts.current]).toEqual([
      ...[13, 25 * minute, null],
    ]);
  });

  test('stays as somebody else set it at the same moment; both are said, and mine can still stand', async () => {
    const meeting = new Meeting();
    const seen = wins.basis(meeting.stage);
    expect(await setWhole(raced(meeting, change('wins', 15)), wins, 6, seen)).toBe(false);
    expect(given(meeting)).toBe(15);
    expect(toasts.current?.words).toBe(
      'Wins: somebody else has set 15 min meanwhile, and your 6 min were not taken.',
    );
    toasts.current?.action?.run();
    await settled();
    expect(given(meeting)).toBe(6);
  });

  test('is nobody’s clash where both set the same', async () => {
    const meeting = new Meeting();
    const seen = wins.basis(meeting.stage);
    expect(await setWhole(raced(meeting, change('wins', 6)), wins, 6, seen)).toBe(true);
    expect([given(meeting), toasts.current]).toEqual([6, null]);
  });

  test('is not set by anybody else where the part has gone', async () => {
    const meeting = new Meeting();
    const seen = wins.basis(meeting.stage);
    const room = raced(meeting, { type: 'removeSegment', segment: 'wins' });
    expect(await setWhole(room, wins, 6, seen)).toBe(false);
    expect(toasts.current?.words).toMatch(/^Somebody else was a moment faster/);
    expect(toasts.current?.action).toBeUndefined();
  });
});

describe('what is kept free', () => {
  test('stays as somebody else set it at the same moment', async () => {
    const meeting = new Meeting();
    const room = raced(meeting, { type: 'setBuffer', minutes: 9 });
    expect(await setWhole(room, buffer, 4, meeting.stage.bufferMs)).toBe(false);
    expect(meeting.stage.bufferMs).toBe(9 * minute);
    expect(toasts.current?.words).toMatch(/^Buffer: somebody else has set 9 min/);
  });

  test('is nobody’s clash where it only paid for something meanwhile', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 10 });
    meeting.goTo('check-in').spendSpare();
    const seen = buffer.basis(meeting.stage);
    const before = meeting.stage.bufferMs;
    const room = raced(meeting, { type: 'extendTime', minutes: 2 });
    expect(await setWhole(room, buffer, 12, seen)).toBe(true);
    expect([before, meeting.stage.bufferMs, toasts.current]).toEqual([10 * minute, 12 * minute, null]);
  });

  test.each<Command>([
    { type: 'setBuffer', minutes: 9 },
    { type: 'setGoal', minutes: 90 },
  ])('is no tenth where somebody else was faster: $type', async (theirs) => {
    const meeting = new Meeting();
    const beside = new Meeting();
    beside.do(theirs as Parameters<Meeting['do']>[0]);
    const expected = beside.stage;
    await keepTenth(raced(meeting, theirs));
    expect([meeting.stage.bufferMs, meeting.stage.minutes]).toEqual([expected.bufferMs, expected.minutes]);
    expect(toasts.current?.words).toMatch(/^Somebody else was a moment faster/);
  });

  test('is a tenth where nobody was, whatever else has changed', async () => {
    const meeting = new Meeting();
    await keepTenth(raced(meeting, { type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } }));
    expect(meeting.stage.bufferMs).toBe(Math.round(meeting.stage.minutes / 10) * minute);
  });

  test('is not what is not to spare any more', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    await keepSpare(raced(meeting, { type: 'setGoal', minutes: meeting.stage.minutes - 1 }));
    expect(meeting.stage.bufferMs).toBe(0);
    expect(toasts.current?.words).toMatch(/^Somebody else was a moment faster/);
    await keepSpare(roomOf(meeting));
    expect(meeting.stage.bufferMs).toBeGreaterThan(0);
  });
});
