import { describe, expect, test } from 'vitest';
import type { OpenItem } from '../../../src/domain/stage/state.ts';
import { jumpNear, jumpTo, partWith } from '../../../src/lib/components/outcomes/jump-to.ts';
import { Jumps } from '../../../src/lib/components/outcomes/jumps.svelte.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const action: OpenItem = { kind: 'action', id: 'a1', title: '', lacks: ['consent'] };

/** A room that remembers where somebody was led to. */
function roomIn(meeting: Meeting) {
  const looked: string[] = [];
  const following = { lookAt: (segment: string) => looked.push(segment) };
  return { looked, room: { stage: meeting.stage, following } as unknown as RoomView };
}

function withoutDecide(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'removeSegment', segment: 'decide' });
  return meeting;
}

describe('the way to an action', () => {
  test('leads to where it is decided, and is on until it is there', async () => {
    const { room, looked } = roomIn(new Meeting());
    const jumps = new Jumps();
    await jumpNear(action, room, jumps);
    expect([looked, jumps.wanted]).toEqual([['decide'], action]);
  });

  test.each([jumpNear, jumpTo])(
    'is given up where no part leads there, and takes no focus later: %o',
    async (jump) => {
      const { room, looked } = roomIn(withoutDecide());
      const jumps = new Jumps();
      await jump(action, room, jumps);
      expect([looked, jumps.wanted]).toEqual([[], null]);
    },
  );

  test('is not given up for one that somebody else has begun meanwhile', async () => {
    const { room } = roomIn(withoutDecide());
    const jumps = new Jumps();
    const given = jumpTo(action, room, jumps);
    const other = { ...action, id: 'a2' };
    jumps.want(other);
    await given;
    expect(jumps.wanted).toBe(other);
  });

  test('is known beforehand', () => {
    const promised: OpenItem = { ...action, kind: 'earlier' };
    expect(partWith(action, new Meeting().stage)?.id).toBe('decide');
    expect(partWith(action, withoutDecide().stage)).toBeNull();
    expect(partWith(promised, new Meeting().stage)?.id).toBe('follow-up');
  });
});
