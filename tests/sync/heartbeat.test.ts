/** Connections that are silent, slow or gone, in time that the test moves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { heartbeatFrame } from '../../src/protocol/sync.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { isStep2, step1, wireOf, type Wire } from '../support/wire.ts';

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({
    around: { clock },
    env: { HEARTH_BYTES_PER_SECOND: '0', HEARTH_FRAMES_PER_SECOND: '0', HEARTH_STATES_PER_MINUTE: '0' },
  });
  ana = await live.join('Ana');
});
afterEach(() => live.close());

const beats = (wire: Wire) =>
  wire.received.filter((frame) => Buffer.compare(frame, heartbeatFrame) === 0).length;

async function joined(wire: Wire): Promise<Wire> {
  await wire.open();
  wire.send(step1());
  await wire.next(isStep2);
  return wire;
}

describe('a silent connection', () => {
  it('[SYNC-9] is sent an empty awareness frame every 10 s, so that stock clients stay', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    for (let beat = beats(wire) + 1; beat < 8; beat++) {
      clock.advance(limits.heartbeatMs - 1);
      await wire.heard();
      expect(beats(wire)).toBe(beat - 1);
      clock.advance(1);
      // The answer to the server's ping goes out before this question does.
      await wire.heard();
      expect(beats(wire)).toBe(beat);
    }
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    wire.socket.terminate();
  });

  it('is cut once nothing has come from it for 25 s, and those who answer stay', async () => {
    const dead = await joined(wireOf(ana, 'board', { autoPong: false }));
    const alive = await joined(wireOf(live.mara, 'board'));
    for (let beat = 0; beat < 2; beat++) {
      clock.advance(limits.heartbeatMs);
      await alive.heard();
    }
    expect(dead.socket.readyState).toBe(dead.socket.OPEN);
    clock.advance(limits.heartbeatMs);
    expect(await dead.ended).toMatchObject({ code: 1006 });
    await alive.heard();
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
    alive.socket.terminate();
  });
});

describe('a connection that is not read', () => {
  it('T-52: is ended with 4508 before it fills the memory, and those who read stay', async () => {
    const author = await live.mara.open('board');
    for (let n = 0; n < 12; n++) {
      author.doc.transact(() => {
        for (let m = 0; m < 25; m++) live.mara.board().addDecision(`d${n}x${m}`, 'x'.repeat(2_000));
      });
    }
    await author.saved();
    const slow = await joined(wireOf(ana, 'board'));
    slow.socket.pause();
    // Each question is answered with the whole board, and the network itself holds some megabytes.
    for (let asked = 0; asked < 30; asked++) {
      slow.send(step1());
      live.mara.board().addAction(`a${asked}`, 'Mara reads');
      await author.saved();
    }
    slow.socket.resume();
    expect(await slow.ended).toMatchObject({ code: 4508, reason: 'slow-reader' });
    expect(author.isOpen).toBe(true);
  });
});
