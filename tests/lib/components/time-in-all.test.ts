import { expect, test } from 'vitest';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { timeInAll } from '../../../src/lib/components/record/time-in-all.ts';
import { closedMeeting } from '../../support/whole-meeting.ts';

const record = closedMeeting().record();
const lasting = (actual: number | null, planned = 60, announced = planned) => ({
  ...record,
  minutes: { ...record.minutes, actual, planned, announced },
});

test.each([
  [5.2, '5 minutes (60 planned)', '5'],
  [5.6, '6 minutes (60 planned)', '6'],
  [1.4, '1 minute (60 planned)', '1'],
  [0.4, 'under 1 minute (60 planned)', 'under 1'],
  [0, 'under 1 minute (60 planned)', 'under 1'],
])('a meeting of %d minutes took as long by its head as by its table and its file', (actual, head, min) => {
  expect(timeInAll(lasting(actual))).toBe(head);
  const file = recordMarkdown(lasting(actual));
  expect(file).toContain(`- Time: 60 min planned, ${min} min taken`);
  expect(file).toMatch(new RegExp(`\\| All .*\\| +${min} \\|\\n`));
});

test('what was announced is said where it reads otherwise', () => {
  expect(timeInAll(lasting(null, 54.3, 60))).toBe('54 minutes planned, 60 announced');
  expect(timeInAll(lasting(null, 59.8, 60))).toBe('60 minutes planned');
  expect(timeInAll(lasting(11, 1))).toBe('11 minutes (1 planned)');
});
