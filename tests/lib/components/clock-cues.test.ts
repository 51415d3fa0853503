import { afterEach, describe, expect, test } from 'vitest';
import { ClockCues } from '../../../src/lib/components/room/clock-cues.ts';
import { readSounds, soundSetting } from '../../../src/lib/components/sounds/sound-setting.svelte.ts';
import { room as words } from '../../../src/lib/text/room.ts';

const minute = 60_000;

describe('moments of the clock', () => {
  test('are told once each: when it starts, at half, at one minute, at the end', () => {
    const cues = new ClockCues();
    const told = ['start', 'start', 'half', 'half', 'minute', 'minute', 'end', 'end'] as const;
    expect(told.map((moment) => cues.pass(1, moment))).toEqual([
      ...['start', null, 'half', null, 'minute', null, 'end', null],
    ]);
    expect(cues.pass(2, 'start')).toBe('start');
  });

  test('begin where a page opens in the middle', () => {
    const cues = new ClockCues();
    expect([cues.pass(1, 'minute'), cues.pass(1, 'minute'), cues.pass(1, 'end')]).toEqual([
      ...['start', null, 'end'],
    ]);
  });

  test('are not told backwards where time was added, and once more when they come again', () => {
    const cues = new ClockCues();
    for (const moment of ['start', 'half', 'minute', 'end'] as const) cues.pass(1, moment);
    const later = ['half', 'minute', 'end'] as const;
    expect(later.map((moment) => cues.pass(1, moment))).toEqual([null, 'minute', 'end']);
  });
});

describe('the title of the tab', () => {
  test.each([
    [2 * minute + 40_000, false, '2:40 – Discuss – Sprint 42'],
    [12 * minute, false, '12:00 – Discuss – Sprint 42'],
    [9_000, true, 'paused 0:09 – Discuss – Sprint 42'],
    [0, false, '0:00 – Discuss – Sprint 42'],
    [-40_000, false, 'over 0:40 – Discuss – Sprint 42'],
    [-61 * minute, false, 'over 1:01:00 – Discuss – Sprint 42'],
  ])('reads the clock first: %i ms', (left, paused, title) => {
    expect(words.pageTitleAt(left, paused, 'Discuss', 'Sprint 42')).toBe(title);
  });
});

describe('sounds', () => {
  afterEach(() => void (soundSetting.on = false));

  test('are off until somebody switches them on, and of nonsense nothing is believed', () => {
    for (const kept of [null, '', 'on', 'on 1000', 'yes 50', 'on -5'])
      expect(readSounds(kept)).toEqual({ on: false, volume: 50 });
    expect(readSounds('on 30')).toEqual({ on: true, volume: 30 });
    expect(readSounds('on 999').volume).toBe(100);
    expect(soundSetting.on).toBe(false);
    soundSetting.on = true;
    soundSetting.volume = 20;
    expect([soundSetting.on, soundSetting.volume]).toEqual([true, 20]);
  });
});
