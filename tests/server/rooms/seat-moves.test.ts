import { describe, expect, it } from 'vitest';
import { SeatMoves } from '../../../server/rooms/seat-moves.ts';

describe('links that move seats', () => {
  const chance = { bytes: (count: number) => new Uint8Array(count) };

  it('[MOVE-1] hold no more than the last one of each seat does', () => {
    const moves = new SeatMoves();
    const held = new Set<number>();
    const open = (seat: string, number: number) => {
      held.add(number);
      moves.open(seat, 0, chance, () => held.delete(number));
    };
    open('ana', 1);
    open('bo', 2);
    open('ana', 3);
    open('ana', 4);
    expect([...held]).toEqual([2, 4]);
    moves.end('ana');
    moves.end('ana');
    expect([...held]).toEqual([2]);
  });
});
