import { describe, expect, test } from 'vitest';
import { OwnWish } from '../../../src/lib/room/own-wish.ts';

function wish() {
  const told: boolean[] = [];
  const taken: string[] = [];
  const own = new OwnWish(
    (stands) => told.push(stands),
    () => taken.push('taken'),
  );
  own.connected();
  return { own, told, taken };
}

describe('one’s own hand, or minute', () => {
  test('goes up and down as wished', () => {
    const { own, told } = wish();
    own.set(true);
    own.set(false);
    expect(told).toEqual([true, false]);
  });

  test('is raised again after a reconnect, before and after it was seen in the queue', () => {
    const { own, told } = wish();
    own.set(true);
    own.connected();
    own.shown(false);
    own.shown(true);
    own.connected();
    expect(told).toEqual([true, true, true]);
  });

  test('stays down after a reconnect where somebody has lowered it', () => {
    const { own, told } = wish();
    own.set(true);
    own.shown(true);
    own.shown(false);
    own.connected();
    expect(told).toEqual([true]);
  });

  test('is told of as taken when somebody else ends it, once, and not when it was taken back', () => {
    const { own, taken } = wish();
    own.set(true);
    own.shown(true);
    own.set(false);
    own.shown(false);
    expect(taken).toEqual([]);
    own.set(true);
    own.shown(false);
    own.shown(true);
    own.connected();
    own.shown(false);
    own.shown(true);
    expect(taken).toEqual([]);
    own.shown(false);
    own.shown(false);
    expect(taken).toEqual(['taken']);
  });
});
