import { describe, expect, it } from 'vitest';
import {
  deleteFormat,
  renameFormat,
  savedAs,
  savedFormat,
  savedFormats,
  saveFormat,
} from '../../../src/lib/room/saved-formats.ts';
import { memoryDevice } from './memory-device.ts';

const launch = { id: 'a', name: 'Launch review', markdown: '# Launch review\n\n- 8m wins\n', at: 1 };

describe('formats of one’s own in this browser', () => {
  it('come back as they were saved, by name', () => {
    const device = memoryDevice();
    const other = { ...launch, id: 'b', name: 'Another' };
    expect(saveFormat(launch, device)).toBe(true);
    expect(saveFormat(other, device)).toBe(true);
    expect(savedFormats(device)).toEqual([other, launch]);
    expect(savedFormat('a', device)).toEqual(launch);
    expect(savedFormat('c', device)).toBeNull();
  });

  it('are replaced, renamed and deleted one by one', () => {
    const device = memoryDevice();
    saveFormat(launch, device);
    saveFormat({ ...launch, id: 'b' }, device);
    saveFormat({ ...launch, markdown: '# New', at: 2 }, device);
    expect(renameFormat('a', '  Launch,  again ', device)).toBe(true);
    expect(savedFormat('a', device)).toEqual({ id: 'a', name: 'Launch, again', markdown: '# New', at: 2 });
    deleteFormat('a', device);
    expect(savedFormats(device).map(({ id }) => id)).toEqual(['b']);
    expect(renameFormat('a', 'Gone', device)).toBe(false);
    expect(savedFormat('a', device)).toBeNull();
  });

  it('are found by a name that people would take for theirs', () => {
    const device = memoryDevice();
    saveFormat(launch, device);
    expect(savedAs(' launch  REVIEW', device)).toEqual(launch);
    expect(savedAs('Launch', device)).toBeNull();
  });

  it('have a name', () => {
    const device = memoryDevice();
    expect(saveFormat({ ...launch, name: ' ' }, device)).toBe(false);
    saveFormat(launch, device);
    expect(renameFormat('a', '', device)).toBe(false);
    expect(savedFormat('a', device)?.name).toBe('Launch review');
  });

  it('say so where the browser keeps nothing', () => {
    expect(saveFormat(launch, memoryDevice({ full: true }))).toBe(false);
  });

  it('are listed without what somebody else left there', () => {
    const device = memoryDevice();
    saveFormat(launch, device);
    for (const [id, value] of [
      ['b', '{'],
      ['c', '[]'],
      ['d', '{"name":"x"}'],
      ['E F', '{}'],
    ] as const) {
      device.write(`hearth:format:${id}`, value);
    }
    device.write('hearth:name', 'Ana');
    expect(savedFormats(device)).toEqual([launch]);
    expect(device.stored.size).toBe(6);
  });
});
