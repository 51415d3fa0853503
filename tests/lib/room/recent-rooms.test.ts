import { describe, expect, test } from 'vitest';
import { forget, readRecent, remember } from '../../../src/lib/room/recent-rooms.ts';
import { memoryDevice } from './memory-device.ts';

describe('recent rooms on this device', () => {
  test('the last opened comes first, each room once, and no more than twelve', () => {
    const device = memoryDevice();
    for (let at = 1; at <= 14; at += 1) remember(`room${at}`, `Title ${at}`, 'participant', at, device);
    remember('room5', 'Renamed', 'facilitator', 15, device);
    const recent = readRecent(device);
    expect(recent).toHaveLength(12);
    expect(recent[0]).toEqual({ room: 'room5', title: 'Renamed', role: 'facilitator', at: 15 });
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

  test('storage that takes nothing loses nothing else', () => {
    const device = memoryDevice({ full: true });
    remember('room', 'Title', 'participant', 1, device);
    expect(readRecent(device)).toEqual([]);
  });
});
