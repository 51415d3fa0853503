import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandAck, CommandFrame } from '../../../src/protocol/commands.ts';
import { CommandSender } from '../../../src/lib/room/command-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A wire whose answers the test gives one by one. */
function wire() {
  const posted: { frame: CommandFrame; answer: (ack: CommandAck) => void; lose: () => void }[] = [];
  const state = {
    connected: true,
    posted,
    post: (frame: CommandFrame) =>
      new Promise<CommandAck>((resolve, reject) =>
        posted.push({ frame, answer: resolve, lose: () => reject(new Error('no answer')) }),
      ),
  };
  let id = 0;
  return { state, sender: new CommandSender(state, () => `id${(id += 1)}`, 30_000) };
}

describe('a command', () => {
  test('is answered once', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'goNext' }, 7);
    expect(state.posted[0]?.frame).toEqual({ cmdId: 'id1', expectedRev: 7, command: { type: 'goNext' } });
    state.posted[0]?.answer({ ok: true, rev: 8 });
    expect(await ack).toEqual({ ok: true, rev: 8 });
    sender.resend();
    expect(state.posted).toHaveLength(1);
  });

  test('whose answer was lost is sent again under the same cmdId at the next connection', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'pauseClock' });
    state.connected = false;
    state.posted[0]?.lose();
    await vi.advanceTimersByTimeAsync(10);
    expect(state.posted).toHaveLength(1);
    state.connected = true;
    sender.resend();
    expect(state.posted.map(({ frame }) => frame.cmdId)).toEqual(['id1', 'id1']);
    state.posted[1]?.answer({ ok: true, rev: 3 });
    expect(await ack).toEqual({ ok: true, rev: 3 });
  });

  test('that waits for a connection is held back on this page until it is answered', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'pauseClock' });
    expect(sender.isHoldingBack).toBe(false);
    state.connected = false;
    expect(sender.isHoldingBack).toBe(true);
    state.posted[0]?.answer({ ok: true, rev: 3 });
    await ack;
    expect(sender.isHoldingBack).toBe(false);
  });

  test('given while there is no connection waits for one', async () => {
    const { state, sender } = wire();
    state.connected = false;
    const ack = sender.send({ type: 'pauseClock' });
    expect(state.posted).toHaveLength(0);
    state.connected = true;
    sender.resend();
    state.posted[0]?.answer({ ok: true, rev: 1 });
    expect((await ack).ok).toBe(true);
  });

  test('that a busy server put off is tried again by itself', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'pauseClock' });
    state.posted[0]?.answer({ ok: false, code: 'too-many' });
    await vi.advanceTimersByTimeAsync(1_000);
    state.posted[1]?.answer({ ok: true, rev: 1 });
    expect((await ack).ok).toBe(true);
  });

  test('that was refused for good is not repeated', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'pauseClock' });
    state.posted[0]?.answer({ ok: false, code: 'not-yours-to-do' });
    expect(await ack).toEqual({ ok: false, code: 'not-yours-to-do' });
    sender.resend();
    expect(state.posted).toHaveLength(1);
  });

  test('is given up after half a minute, so that an old click does nothing later', async () => {
    const { state, sender } = wire();
    state.connected = false;
    const ack = sender.send({ type: 'goNext' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ack).toEqual({ ok: false, code: 'unreachable' });
    state.connected = true;
    sender.resend();
    expect(state.posted).toHaveLength(0);
  });

  test('that left this page without an answer may have been carried out, and is not called unsent', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'goNext' });
    state.connected = false;
    state.posted[0]?.lose();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ack).toEqual({ ok: false, code: 'unanswered' });
  });

  test('that was put off each time is given up with the reason', async () => {
    const { state, sender } = wire();
    const ack = sender.send({ type: 'goNext' });
    state.posted[0]?.answer({ ok: false, code: 'too-many' });
    await vi.advanceTimersByTimeAsync(10);
    state.connected = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ack).toEqual({ ok: false, code: 'too-many' });
  });
});
