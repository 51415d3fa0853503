import { describe, expect, it } from 'vitest';
import { momentOf, wallTimeAt } from '../../../src/lib/components/lobby/zoned-time.ts';

const berlin = 'Europe/Berlin';
const utc = (text: string) => Date.parse(`${text}:00Z`);

describe('what clocks show in a time zone', () => {
  it.each([
    ['2026-12-01T17:00', berlin, '2026-12-01', '18:00'],
    ['2026-07-07T16:00', berlin, '2026-07-07', '18:00'],
    ['2026-12-31T23:30', 'Asia/Kathmandu', '2027-01-01', '05:15'],
    ['2026-12-01T00:00', 'UTC', '2026-12-01', '00:00'],
    ['2026-12-01T04:00', 'America/New_York', '2026-11-30', '23:00'],
  ])('at %s in %s is %s %s, and leads back there', (at, zone, date, time) => {
    expect(wallTimeAt(utc(at), zone)).toEqual({ date, time });
    expect(momentOf({ date, time }, zone)).toBe(utc(at));
  });

  it('is the first of two where clocks go back', () => {
    expect(momentOf({ date: '2026-10-25', time: '02:30' }, berlin)).toBe(utc('2026-10-25T00:30'));
  });

  it('is after the jump where clocks go forward over it', () => {
    const at = momentOf({ date: '2026-03-29', time: '02:30' }, berlin);
    expect(at).toBe(utc('2026-03-29T01:30'));
    expect(wallTimeAt(at ?? 0, berlin).time).toBe('03:30');
  });

  it('is the same there and back, through a whole year', () => {
    for (const zone of [berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']) {
      for (let at = utc('2026-01-01T00:00'); at < utc('2027-01-01T00:00'); at += 17 * 3_600_000) {
        const back = momentOf(wallTimeAt(at, zone), zone) ?? 0;
        expect(wallTimeAt(back, zone)).toEqual(wallTimeAt(at, zone));
        expect(at - back === 0 || at - back === 3_600_000 || at - back === 1_800_000).toBe(true);
      }
    }
  });

  it.each(['', '2026-13-01', '2026-02-30'])('is no moment on %s', (date) => {
    expect(momentOf({ date, time: '18:00' }, berlin)).toBeNull();
  });
});
