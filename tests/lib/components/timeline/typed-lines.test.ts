import { expect, test } from 'vitest';
import { dayAhead, dayLeft, readTypedLines } from '../../../../src/lib/components/timeline/typed-lines.ts';
import type { TimeFrame } from '../../../../src/lib/components/timeline/typed-time.ts';
import { limits } from '../../../../src/protocol/limits.ts';

const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const frame: TimeFrame = { zone: 'utc', after: at('20T09:00'), day: null, now: at('22T09:00') };
const read = (text: string) => readTypedLines(text, frame).map((line) => line.read);

test('several lines are one entry each, counted from the one before', () => {
  expect(read('23:50 Deploy\r\n\n+5 The queue is full\n00:10 A customer calls\n')).toEqual([
    { at: at('20T23:50'), what: 'Deploy', source: null },
    { at: at('20T23:55'), what: 'The queue is full', source: null },
    { at: at('21T00:10'), what: 'A customer calls', source: null },
  ]);
});

test('a chosen day is that of the first line; the others go on from it, also beyond midnight', () => {
  const lines = readTypedLines('23:50 Deploy\n00:10 A customer calls\n00:20 Rolled back', {
    ...frame,
    day: '2026-11-17',
  });
  expect(lines.map(({ read }) => read)).toMatchObject([
    { at: at('17T23:50') },
    { at: at('18T00:10') },
    { at: at('18T00:20') },
  ]);
});

test('a chosen day is kept for the first line that takes it', () => {
  const day = '2026-11-17';
  const readOn = (text: string) => readTypedLines(text, { ...frame, day });
  const [, , taking, next] = readOn('+5 a\nnow b\n14:05 c\n00:10 d').map((line) => line.read);
  expect([taking, next]).toMatchObject([{ at: at('17T14:05') }, { at: at('18T00:10') }]);
  expect(dayLeft(readOn('+5 a\nnow b\nSomebody calls\n14:05'), day)).toBe(day);
  expect(dayLeft(readOn('+5 a\n14:05 b'), day)).toBeNull();
  expect(dayLeft(readOn('2026-11-18 14:05 a'), day)).toBeNull();
});

test('the day ahead is that of the first line that names none, so that another one can be chosen', () => {
  const ahead = (text: string, over: Partial<TimeFrame> = {}) => {
    const around = { ...frame, after: at('20T23:50'), ...over };
    return dayAhead(readTypedLines(text, around), around);
  };
  expect(ahead('')).toBe('2026-11-20');
  expect(ahead('23:55 a\n00:10 b')).toBe('2026-11-20');
  expect(ahead('00:10 a')).toBe('2026-11-21');
  expect(ahead('+20 a\n00:15 b')).toBe('2026-11-21');
  expect(ahead('+20 a')).toBe('2026-11-20');
  const whole = '2026-11-18 14:05 a\n14:10 b';
  expect([ahead(whole), ahead(whole, { day: '2026-11-20' })]).toEqual(['2026-11-18', '2026-11-18']);
  expect(ahead('14:05 a', { after: null })).toBe('2026-11-21');
  expect(ahead('00:10 a', { day: '2026-11-20' })).toBe('2026-11-20');
});

test('an address at the end is the evidence; one elsewhere, or that no browser may open, is words', () => {
  const source = 'https://ci.example.org/runs/7';
  expect(read(`14:05 Deploy of 4.2 ${source}`)).toMatchObject([{ what: 'Deploy of 4.2', source }]);
  expect(read(`14:05 See ${source} for it`)).toMatchObject([{ what: `See ${source} for it`, source: null }]);
  expect(read('14:05 Deploy javascript:alert(1)')).toMatchObject([
    { what: 'Deploy javascript:alert(1)', source: null },
  ]);
});

test('a time that is about right is taken, and its words say that', () => {
  const typed = ['~15:00 a', '≈ 15:00 a', 'about 15:00 a', '- Around 3:00 pm a', 'ca. 15:00 a', '[~15:00] a'];
  for (const line of typed)
    expect(read(line), line).toEqual([{ at: at('20T15:00'), what: '(about this time) a', source: null }]);
  expect(read('about 2026-11-19 15:00 a\n~+5 b')).toMatchObject([
    { at: at('19T15:00') },
    { at: at('19T15:05'), what: '(about this time) b' },
  ]);
  expect(read('around three somebody called\nabout 3 servers died\nabout 15:00')).toEqual([
    ...['no-time', 'no-time', 'no-words'],
  ]);
  expect(read('15:00 about 3 servers died')).toMatchObject([{ what: 'about 3 servers died' }]);
});

test('a line that can not be read says why, and stops no other', () => {
  expect(
    read(['14:05', 'Deploy', `14:05 ${'x'.repeat(limits.timelineChars + 1)}`, '14:06 ok'].join('\n')),
  ).toEqual([...['no-words', 'no-time', 'too-long'], { at: at('20T14:06'), what: 'ok', source: null }]);
  expect(read('14:05 https://ci.example.org')).toEqual(['no-words']);
});

test('what is left in the field is each line as it was typed', () => {
  expect(readTypedLines(' Deploy \n14:06 ok', frame)[0]).toEqual({
    ...{ text: ' Deploy ', read: 'no-time', dayFrom: null },
  });
});
