import { describe, expect, test } from 'vitest';
import { forget, readRecent, remember } from '../../../src/lib/room/recent-rooms.ts';
import { dayTime } from '../../../src/lib/text/dates.ts';
import { landing } from '../../../src/lib/text/landing.ts';
import { memoryDevice } from './memory-device.ts';

describe('recent rooms on this device', () => {
  test('the last opened comes first, each room once, and no more than twelve', () => {
    const device = memoryDevice();
    for (let at = 1; at <= 14; at += 1)
      remember({ room: `room${at}`, title: `Title ${at}`, role: 'participant', at }, device);
    const renamed = { room: 'room5', title: 'Renamed', role: 'facilitator', at: 15, closed: true } as const;
    remember(renamed, device);
    const recent = readRecent(device);
    expect(recent).toHaveLength(12);
    expect(recent[0]).toEqual(renamed);
    expect(recent.filter(({ room }) => room === 'room5')).toHaveLength(1);
    forget('room5', device);
    expect(readRecent(device)[0]?.room).toBe('room14');
  });

  test.each(['not json', '{"room":1}', '[{"room":"../etc","title":"x","role":"participant","at":1}]'])(
    'something else in its place is no list: %s',
    (stored) => {
      const device = memoryDevice();
      device.write('hearth:recent', stored);
      expect(readRecent(device)).toEqual([]);
    },
  );

  test('two with one title are told apart by the time of day, and by which is closed', () => {
    const [morning, noon] = ['2026-11-26T09:00', '2026-11-26T12:00'].map((at) => dayTime(Date.parse(at)));
    expect(morning).not.toBe(noon);
    expect(landing.lastHere('Facilitator', 'Thu, 26 Nov, 09:00', true)).toBe(
      'Facilitator, Thu, 26 Nov, 09:00, closed',
    );
    expect(landing.lastHere('Observer', 'Thu, 26 Nov, 12:00', false)).toBe('Observer, Thu, 26 Nov, 12:00');
  });

  test('a list of before that does not say which are closed is read', () => {
    const device = memoryDevice();
    const old = { room: 'room', title: 'Title', role: 'observer', at: 1 };
    device.write('hearth:recent', JSON.stringify([old]));
    expect(readRecent(device)).toEqual([old]);
  });

  test('storage that takes nothing loses nothing else', () => {
    const device = memoryDevice({ full: true });
    remember({ room: 'room', title: 'Title', role: 'participant', at: 1 }, device);
    expect(readRecent(device)).toEqual([]);
  });
});
