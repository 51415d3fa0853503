import { describe, expect, it } from 'vitest';
import { formatOf, formats } from '../../../src/domain/agenda/formats.ts';
import { isThanks } from '../../../src/domain/agenda/segment.ts';
import { lensOf } from '../../../src/domain/lenses/catalogue.ts';
import { isKey } from '../../../src/domain/yjs/shape.ts';
import { formatIds } from '../../../src/protocol/http.ts';

describe('the formats', () => {
  it('are those that a room can be asked for, each under its own id', () => {
    expect(formats.map(({ id }) => id)).toEqual([...formatIds]);
    for (const format of formats) expect(formatOf(format.id)).toBe(format);
  });

  it.each(formats)('$id plans one hour, with a question for every segment', ({ segments }) => {
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    for (const segment of segments) expect(segment.question).toMatch(/\?$/);
  });

  it.each(formats)('$id has ids that are safe keys and stand for one thing each', ({ segments, prompts }) => {
    for (const ids of [segments.map(({ id }) => id), prompts.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(isKey(id)).toBe(true);
    }
  });

  it.each(formats)('$id hides what is gathered, shows wins at once, and has no notes elsewhere', (format) => {
    for (const { activity, policy } of format.segments) {
      expect(policy).toBe(activity === 'gather' ? 'reveal' : isThanks({ activity }) ? 'open' : 'none');
    }
  });

  it.each(formats)('$id gathers by lenses with a round each, or by prompts in one round', ({ segments }) => {
    for (const { activity, lenses, prompts, rounds } of segments) {
      expect(rounds).toBe(Math.max(1, lenses.length));
      expect(lenses.length > 0 || prompts.length > 0).toBe(activity === 'gather');
      for (const lens of lenses) expect(lensOf(lens)).not.toBeNull();
    }
  });
});
