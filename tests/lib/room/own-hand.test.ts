import { describe, expect, test } from 'vitest';
import { OwnHand } from '../../../src/lib/room/own-hand.ts';

function hand() {
  const told: boolean[] = [];
  const own = new OwnHand((raised) => told.push(raised));
  own.connected();
  return { own, told };
}

describe('one’s own hand', () => {
  test('goes up and down as wished', () => {
    const { own, told } = hand();
    own.set(true);
    own.set(false);
    expect(told).toEqual([true, false]);
  });

  test('is raised again after a reconnect, before and after it was seen in the queue', () => {
    const { own, told } = hand();
    own.set(true);
    own.connected();
    own.shown(null);
    own.shown(2);
    own.connected();
    expect(told).toEqual([true, true, true]);
  });

  test('stays down after a reconnect where somebody has lowered it', () => {
    const { own, told } = hand();
    own.set(true);
    own.shown(1);
    own.shown(null);
    own.connected();
    expect(told).toEqual([true]);
  });
});
