import { describe, expect, test } from 'vitest';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { RoomMemory } from '../../../src/lib/room/room-memory.ts';
import { memoryDevice } from './memory-device.ts';

const stage: StageState = {
  ...initialStage(),
  rev: 3,
  title: 'Sprint 12',
  seats: { ada: { name: 'Ada', role: 'facilitator', standing: 'in', hasLed: true, acting: false } },
};

describe('what a browser remembers of a room', () => {
  test('comes back as it was', () => {
    const memory = new RoomMemory('room', memoryDevice());
    memory.keepStage(stage);
    memory.keepSeat({ seat: 'ada', name: 'Ada', role: 'facilitator' });
    memory.keepClockError(-3_600_000.4);
    expect(memory.readStage()).toEqual(stage);
    expect(memory.readSeat()?.seat).toBe('ada');
    expect(memory.readClockError()).toBe(-3_600_000);
  });

  test('from before there was an announced plan has none, as a new room', () => {
    const device = memoryDevice();
    const memory = new RoomMemory('room', device);
    const { announced: _, ...older } = stage;
    memory.keepStage(older as StageState);
    expect(memory.readStage()).toEqual({ ...stage, announced: null });
  });

  test('of another room is not this room', () => {
    const device = memoryDevice();
    new RoomMemory('other', device).keepStage(stage);
    expect(new RoomMemory('room', device).readStage()).toBeNull();
  });

  test.each([
    ['of a version that meant something else by it', { protocol: 0, state: stage }],
    ['that a page could not show', { protocol: 1, state: { ...stage, segments: undefined } }],
    ['that is no stage at all', [1, 2, 3]],
  ])('a stage %s is forgotten', (_, stored) => {
    const device = memoryDevice();
    device.write('hearth:room:stage', JSON.stringify(stored));
    expect(new RoomMemory('room', device).readStage()).toBeNull();
  });
});
