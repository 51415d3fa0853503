import { describe, expect, test } from 'vitest';
import { readTypedTime, type TimeFrame } from '../../../../src/lib/components/timeline/typed-time.ts';

process.env['TZ'] = 'Europe/Berlin';

const utc = (text: string) => Date.parse(`${text}Z`);
/** In UTC, after 14:05 on the 20th, looked back on two days later. */
const frame: TimeFrame = {
  zone: 'utc',
  after: utc('2026-11-20T14:05'),
  day: null,
  now: utc('2026-11-22T09:00'),
};
const read = (text: string, over: Partial<TimeFrame> = {}) => {
  const found = readTypedTime(text, { ...frame, ...over });
  return found && [new Date(found.at).toISOString().replace('.000Z', 'Z'), found.rest];
};

describe('a time that is typed', () => {
  test.each([
    ['14:20 Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['9:02', '2026-11-20T09:02:00Z', ''],
    ['14:20:31 Rolled back', '2026-11-20T14:20:31Z', 'Rolled back'],
    ['14:20:31,250 Rolled back', '2026-11-20T14:20:31.250Z', 'Rolled back'],
    ['- 14:20 - Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['[14:20] Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['14:20: Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['2:20pm Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['2:20 PM Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['2:20 Pmax is reached', '2026-11-20T02:20:00Z', 'Pmax is reached'],
    ['14:05 PM was told', '2026-11-20T14:05:00Z', 'PM was told'],
    ['00:05 AM was told', '2026-11-21T00:05:00Z', 'AM was told'],
    ['14:05:12 PM was told', '2026-11-20T14:05:12Z', 'PM was told'],
    ['2026-11-18 14:05 PM was told', '2026-11-18T14:05:00Z', 'PM was told'],
    ['2026-11-18 02:05:12.5 PM Rolled back', '2026-11-18T14:05:12.500Z', 'Rolled back'],
    ['12:20am Rolled back', '2026-11-21T00:20:00Z', 'Rolled back'],
    ['14:20 Zoo opens', '2026-11-20T14:20:00Z', 'Zoo opens'],
    ['14:20 utc Rolled back', '2026-11-20T14:20:00Z', 'Rolled back'],
    ['2026-11-18 14:20+02:00 Rolled back', '2026-11-18T12:20:00Z', 'Rolled back'],
    ['2026-11-18T14:20:00-0530', '2026-11-18T19:50:00Z', ''],
    ['+5 Rolled back', '2026-11-20T14:10:00Z', 'Rolled back'],
    ['+ 5min Rolled back', '2026-11-20T14:10:00Z', 'Rolled back'],
    ['+90s Rolled back', '2026-11-20T14:06:30Z', 'Rolled back'],
    ['+2h', '2026-11-20T16:05:00Z', ''],
    ['+1:30 Rolled back', '2026-11-20T15:35:00Z', 'Rolled back'],
    ['2026-11-18 14:20 Rolled back', '2026-11-18T14:20:00Z', 'Rolled back'],
    ['2026-11-18T14:20:00Z Rolled back', '2026-11-18T14:20:00Z', 'Rolled back'],
    ['now Rolled back', '2026-11-22T09:00:00Z', 'Rolled back'],
  ])('%j is read', (text, at, rest) => {
    expect(read(text)).toEqual([at, rest]);
  });

  test.each([
    ...['', 'Rolled back', '24:00 x', '14:60 x', '14:5 x', '1405 requests', '14:20x', '4.20 was released'],
    ...[
      '2026-02-31 14:20 x',
      '2026-11-18 x',
      '+ x',
      '14:05-14:20 slow',
      '10:05-10:30 slow',
      '13:00pm x',
      'nowhere x',
    ],
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });

  test('without a day is on that of what happened before, or beyond midnight', () => {
    expect(read('03:00')).toEqual(['2026-11-20T03:00:00Z', '']);
    expect(read('23:59')).toEqual(['2026-11-20T23:59:00Z', '']);
    const late = { after: utc('2026-11-20T23:50') };
    expect(read('00:10', late)).toEqual(['2026-11-21T00:10:00Z', '']);
    expect(read('23:40', { after: utc('2026-11-21T00:10') })).toEqual(['2026-11-20T23:40:00Z', '']);
  });

  test('without a day is on the one that was chosen, whatever happened before and however late it is', () => {
    const day = '2026-11-18';
    expect(read('14:20', { day })).toEqual(['2026-11-18T14:20:00Z', '']);
    expect(read('00:10', { day, after: utc('2026-11-20T23:50') })).toEqual(['2026-11-18T00:10:00Z', '']);
    expect(read('23:58', { day, after: null })).toEqual(['2026-11-18T23:58:00Z', '']);
    expect(read('00:30', { day, zone: 'local' })).toEqual(['2026-11-17T23:30:00Z', '']);
    expect(read('2026-11-19 14:20', { day })).toEqual(['2026-11-19T14:20:00Z', '']);
    expect(read('+5', { day })).toEqual(['2026-11-20T14:10:00Z', '']);
  });

  test('is never ahead of us where an earlier day will do', () => {
    const now = utc('2026-11-20T23:55');
    expect(read('00:10', { after: utc('2026-11-20T23:50'), now })).toEqual(['2026-11-20T00:10:00Z', '']);
    expect(read('23:58', { after: null, now })).toEqual(['2026-11-19T23:58:00Z', '']);
    expect(read('23:54', { after: null, now })).toEqual(['2026-11-20T23:54:00Z', '']);
  });

  test('`+5` says nothing where nothing has happened yet', () => {
    expect(read('+5 x', { after: null })).toBeNull();
  });

  test('is of this device where UTC is not shown', () => {
    expect(read('14:20', { zone: 'local' })).toEqual(['2026-11-20T13:20:00Z', '']);
    expect(read('2026-07-01 14:20', { zone: 'local' })).toEqual(['2026-07-01T12:20:00Z', '']);
    expect(read('14:20 UTC', { zone: 'local' })).toEqual(['2026-11-20T14:20:00Z', '']);
    expect(read('00:30', { zone: 'local' })).toEqual(['2026-11-20T23:30:00Z', '']);
  });
});
