import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import { ClientIds, type IssueClientId } from '../../../src/lib/room/client-ids.ts';
import { memoryDevice } from './memory-device.ts';

/** A server that issues 1, 2, 3 … until it refuses. */
function server() {
  const state: { refusal: ErrorCode | null; issued: number } = { refusal: null, issued: 0 };
  const issue: IssueClientId = async () =>
    state.refusal
      ? { ok: false, code: state.refusal }
      : { ok: true, answer: { clientId: (state.issued += 1) } };
  return { state, issue };
}

/** Web Locks of one browser. */
function locks(): LockManager {
  const tails = new Map<string, Promise<unknown>>();
  const request = (name: string, use: () => unknown) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(use);
    tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  return { request } as unknown as LockManager;
}

const owner = { room: 'room', seat: 'seat' };

describe('client ids', () => {
  test('a fresh one comes from the server at every page', async () => {
    const { issue } = server();
    const device = memoryDevice();
    const first = await new ClientIds(owner, device, issue, null).take('board');
    const second = await new ClientIds(owner, device, issue, null).take('board');
    expect([first, second]).toEqual([
      { ok: true, clientId: 1 },
      { ok: true, clientId: 2 },
    ]);
  });

  test('reserved ones are used without a network, each only once', async () => {
    const { state, issue } = server();
    const device = memoryDevice();
    await new ClientIds(owner, device, issue, locks()).reserve('desk');
    state.refusal = 'restarting';
    const later = new ClientIds(owner, device, issue, locks());
    for (const clientId of [1, 2, 3, 4, 5]) {
      expect(await later.take('desk')).toEqual({ ok: true, clientId });
    }
    expect(await later.take('desk')).toEqual({ ok: false, code: 'restarting' });
  });

  test('two tabs that open offline at once never get the same one', async () => {
    const { state, issue } = server();
    const device = memoryDevice();
    const shared = locks();
    const tabs = [1, 2].map(() => new ClientIds(owner, device, issue, shared));
    await tabs[0]!.reserve('desk');
    state.refusal = 'restarting';
    const taken = await Promise.all(tabs.map((tab) => tab.take('desk')));
    expect(taken).toEqual([
      { ok: true, clientId: 1 },
      { ok: true, clientId: 2 },
    ]);
  });

  test('two tabs that reserve at once fill one reserve', async () => {
    const { state, issue } = server();
    const device = memoryDevice();
    const shared = locks();
    await Promise.all([1, 2].map(() => new ClientIds(owner, device, issue, shared).reserve('board')));
    expect(state.issued).toBe(5);
  });

  test('what was taken is replaced with the next network', async () => {
    const { state, issue } = server();
    const ids = new ClientIds(owner, memoryDevice(), issue, null);
    await ids.reserve('desk');
    state.refusal = 'restarting';
    await ids.take('desk');
    state.refusal = null;
    await ids.reserve('desk');
    expect(state.issued).toBe(6);
  });

  test('a reserve belongs to its document and its seat', async () => {
    const { state, issue } = server();
    const device = memoryDevice();
    await new ClientIds(owner, device, issue, null).reserve('desk');
    state.refusal = 'restarting';
    const other = new ClientIds({ ...owner, seat: 'other' }, device, issue, null);
    expect((await other.take('desk')).ok).toBe(false);
    expect((await new ClientIds(owner, device, issue, null).take('board')).ok).toBe(false);
  });

  test('a final refusal does not use the reserve up', async () => {
    const { state, issue } = server();
    const device = memoryDevice();
    const ids = new ClientIds(owner, device, issue, null);
    await ids.reserve('desk');
    state.refusal = 'no-seat';
    expect(await ids.take('desk')).toEqual({ ok: false, code: 'no-seat' });
    state.refusal = 'restarting';
    expect((await ids.take('desk')).ok).toBe(true);
  });
});
