import { expect, test } from 'vitest';
import {
  countShown,
  countsOf,
  isWeakAhead,
  windowLeft,
  windowTitle,
} from '../../../src/lib/components/early/window-words.ts';
import { peopleAhead } from '../../../src/domain/stage/writers-ahead.ts';
import { dayTime } from '../../../src/lib/text/dates.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

const written = () => {
  const meeting = new Meeting();
  meeting.do({ type: 'openEarly', segments: ['wins'], until: meeting.now + 90 * minute });
  return { meeting, until: dayTime(meeting.now + 90 * minute) };
};

test('the early window says until when people can write, and how long that is', () => {
  const { meeting, until } = written();
  expect(windowTitle(meeting.stage)).toBe(`Write ahead until ${until} (your time)`);
  expect(windowLeft(meeting.stage, meeting.now)).toBe('1 h 30 min left.');
});

test('it ends with the start of the meeting where that is to come first, and says so', () => {
  const { meeting, until } = written();
  const start = (after: number) => ({ at: meeting.now + after * minute, zone: 'UTC' });
  meeting.do({ type: 'planStart', start: start(60) });
  expect(windowTitle(meeting.stage)).toBe('Write ahead until the meeting starts');
  expect(windowLeft(meeting.stage, meeting.now)).toBe(`At the latest until ${until} (your time).`);
  meeting.do({ type: 'planStart', start: start(90) });
  expect(windowTitle(meeting.stage)).toBe(`Write ahead until ${until} (your time)`);
  meeting.do({ type: 'startMeeting' });
  expect(meeting.stage.early).toBeNull();
});

test('how many have written is told for each part that was counted, by its name', () => {
  const { stage } = new Meeting();
  const counts = [
    { segment: 'gather', written: 1, of: 3 },
    { segment: 'wins', written: 0, of: 3 },
  ];
  expect(countsOf(stage.segments, counts)).toEqual([
    'Wins: 0 of 3 have written',
    'Perspectives: 1 of 3 have written',
  ]);
  expect(countsOf(stage.segments, [])).toEqual([]);
});

test('a count is shown once it is out of everybody who is to write by now, and after the end as it was told', () => {
  const { meeting } = written();
  const here = peopleAhead(meeting.stage);
  const counts = (of: number) => [{ segment: 'wins', written: 1, of }];
  expect(countShown(meeting.stage, [], 'wins')).toBeNull();
  expect(countShown(meeting.stage, counts(here - 1), 'wins')).toBeNull();
  expect(countShown(meeting.stage, counts(here), 'wins')).toEqual(counts(here)[0]);
  meeting.do({ type: 'setExpected', people: [{ name: 'Somebody else', reason: '' }] });
  expect(countShown(meeting.stage, counts(here), 'wins')).toBeNull();
  expect(countShown(meeting.stage, counts(here + 1), 'wins')).toEqual(counts(here + 1)[0]);
  meeting.do({ type: 'closeEarly' });
  expect(countShown(meeting.stage, counts(here), 'wins')).toEqual(counts(here)[0]);
});

test('that few are to write is said by who is expected and who is here, and not by an older count', () => {
  const stage = { ...written().meeting.stage, expected: [], seats: {}, writersAhead: [] };
  const expected = ['Ana', 'Bo', 'Cy'].map((name) => ({ name, reason: '' }));
  expect(isWeakAhead({ ...stage, expected: expected.slice(1) })).toBe(true);
  expect(isWeakAhead({ ...stage, expected })).toBe(false);
  expect(isWeakAhead({ ...stage, expected: [], named: true })).toBe(false);
});
