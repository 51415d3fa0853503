import { describe, expect, test } from 'vitest';
import { Gestures } from '../../../src/lib/room/gestures.ts';
import type { SeatPresence } from '../../../src/protocol/stage-wire.ts';

function person() {
  const said: unknown[] = [];
  const seen: string[] = [];
  const gestures = new Gestures(
    'ada',
    (gesture, what) => said.push([gesture, what]),
    () => seen.push('seen'),
  );
  gestures.connected();
  /** What is said again at a new connection. */
  const saidAgain = () => {
    said.splice(0);
    gestures.connected();
    return said;
  };
  return { gestures, said, seen, saidAgain };
}

function present(seat: string, shown: Partial<SeatPresence> = {}): SeatPresence {
  return {
    ...{ seat, connected: true, ready: false, lookingAt: null, hand: null, holding: [], needsMinute: false },
    ...shown,
  };
}

describe('what a person shows without words', () => {
  test('is said again at the next connection where it lasts, and only there', () => {
    const { gestures, saidAgain } = person();
    gestures.react('heart');
    gestures.setHolding(['note']);
    gestures.lowerHand('bob');
    gestures.seeMinute('bob');
    gestures.setReady(true);
    gestures.setHand(true);
    gestures.setMinute(true);
    gestures.look('gather');
    expect(saidAgain()).toEqual([
      ['looking', 'gather'],
      ['ready', true],
      ['hand', true],
      ['minute', true],
    ]);
  });

  test('is not said again once it is over', () => {
    const { gestures, saidAgain } = person();
    gestures.setReady(true);
    gestures.setReady(false);
    gestures.look('gather');
    gestures.look(null);
    gestures.setHand(true);
    gestures.setHand(false);
    expect(saidAgain()).toEqual([]);
  });

  test('is no readiness any more when the room goes on to something else', () => {
    const { gestures, saidAgain } = person();
    gestures.setReady(true);
    gestures.askedAnew();
    expect(saidAgain()).toEqual([]);
  });

  test('ends when the server shows that somebody else has ended it for this seat, not for another one', () => {
    const { gestures, seen, saidAgain } = person();
    gestures.setHand(true);
    gestures.setMinute(true);
    gestures.shown([present('ada', { hand: 1, needsMinute: true }), present('bob')]);
    gestures.shown([present('ada', { needsMinute: true }), present('bob', { hand: 1 })]);
    expect(seen).toEqual([]);
    expect(saidAgain()).toEqual([['minute', true]]);
    gestures.shown([present('ada', { needsMinute: true }), present('bob', { needsMinute: true })]);
    gestures.shown([present('ada'), present('bob', { needsMinute: true })]);
    expect(seen).toEqual(['seen']);
    expect(saidAgain()).toEqual([]);
  });
});
