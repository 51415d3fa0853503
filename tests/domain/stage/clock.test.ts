import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bellAt,
  clockOff,
  extendClock,
  leftMs,
  markRung,
  pauseClock,
  pausedFor,
  resumeClock,
  startClock,
} from '../../../src/domain/stage/clock.ts';
import { Meeting, minute } from './meeting.ts';

const at = 1_000_000;

describe('a clock', () => {
  it('says what is left, and how far it is over', () => {
    const clock = startClock(at, 4 * minute);
    expect(leftMs(clock, at)).toBe(4 * minute);
    expect(leftMs(clock, at + 3 * minute)).toBe(minute);
    expect(leftMs(clock, at + 5 * minute)).toBe(-minute);
    expect(leftMs(clockOff, at)).toBeNull();
  });

  it('keeps what is left while it is paused, however long, and goes on from there', () => {
    const paused = pauseClock(startClock(at, 4 * minute), at + minute);
    expect(leftMs(paused, at + 60 * minute)).toBe(3 * minute);
    expect(pausedFor(paused, at + 3 * minute)).toBe(2 * minute);
    const resumed = resumeClock(paused, at + 60 * minute);
    expect(leftMs(resumed, at + 61 * minute)).toBe(2 * minute);
  });

  it('is due to ring at its end, not while paused, not twice, and again once extended', () => {
    const clock = startClock(at, minute);
    expect(bellAt(clock)).toBe(at + minute);
    expect(bellAt(pauseClock(clock, at))).toBeNull();
    expect(bellAt(markRung(clock))).toBeNull();
    expect(bellAt(extendClock(markRung(clock), minute, at + minute))).toBe(at + 2 * minute);
    expect(bellAt(clockOff)).toBeNull();
  });

  it('forgives what is over when it is extended', () => {
    const late = extendClock(startClock(at, minute), 2 * minute, at + 5 * minute);
    expect(leftMs(late, at + 5 * minute)).toBe(2 * minute);
    const paused = extendClock(pauseClock(startClock(at, minute), at + 5 * minute), minute, at + 9 * minute);
    expect(leftMs(paused, at + 9 * minute)).toBe(minute);
  });

  it('changes nothing where there is nothing to pause or resume', () => {
    const clock = startClock(at, minute);
    expect(resumeClock(clock, at + 5)).toBe(clock);
    expect(pauseClock(clockOff, at)).toBe(clockOff);
    expect(extendClock(clockOff, minute, at)).toBe(clockOff);
  });
});

const skew = fc.integer({ min: -3_600_000, max: 3_600_000 });
const span = fc.integer({ min: 0, max: 20 * minute });

describe('clocks of different devices', () => {
  it('show the same, however wrong the device is, once it knows its offset to 100 ms', () => {
    fc.assert(
      fc.property(skew, fc.integer({ min: -100, max: 100 }), span, span, (wrong, error, budget, passed) => {
        const clock = startClock(at, budget);
        const device = at + passed + wrong;
        const shown = leftMs(clock, device - wrong + error) ?? 0;
        expect(Math.abs(shown - (budget - passed))).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('show the same after the device clock jumped, as soon as it has measured again', () => {
    fc.assert(
      fc.property(skew, skew, span, (before, after, passed) => {
        const clock = startClock(at, 10 * minute);
        const server = at + passed;
        expect(leftMs(clock, server + before - before)).toBe(leftMs(clock, server + after - after));
      }),
    );
  });
});

const moment = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 5 * minute }) }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), ms: fc.constant(0) }),
  fc.record({ do: fc.constant('extend' as const), ms: fc.constantFrom(1, 2, 5) }),
);

describe('the clock of a meeting', () => {
  it('has given, less what it ran, whatever pauses and extensions there were', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
        const meeting = new Meeting();
        meeting.do({ type: 'startMeeting' });
        let left = 4 * minute;
        let paused = false;
        for (const { do: what, ms } of moments) {
          if (what === 'pass') {
            meeting.pass(ms);
            if (!paused) left -= ms;
          } else if (what === 'extend') {
            meeting.do({ type: 'extendTime', minutes: ms });
            left = Math.max(0, left) + ms * minute;
          } else {
            const outcome = meeting.ask({ type: what === 'pause' ? 'pauseClock' : 'resumeClock' });
            expect(outcome.ok).toBe((what === 'pause') !== paused);
            paused = what === 'pause';
          }
          expect(leftMs(meeting.stage.clock, meeting.now)).toBe(left);
        }
      }),
    );
  });

  it('rings once for each end, at that end, and never while paused', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
        const meeting = new Meeting();
        meeting.do({ type: 'startMeeting' });
        let ends = new Set<number>();
        for (const { do: what, ms } of moments) {
          const { clock } = meeting.stage;
          if (what === 'pass') {
            const left = leftMs(clock, meeting.now) ?? 0;
            if (clock.kind === 'running' && left <= ms && !clock.rang) ends = new Set(ends).add(clock.endsAt);
            meeting.pass(ms);
          } else if (what === 'extend') meeting.do({ type: 'extendTime', minutes: ms });
          else meeting.ask({ type: what === 'pause' ? 'pauseClock' : 'resumeClock' });
          expect(meeting.stage.current).toBe('check-in');
        }
        const bells = meeting.events.filter(({ type }) => type === 'bellRang').map(({ at }) => at);
        expect(bells).toEqual([...ends]);
      }),
    );
  });
});
