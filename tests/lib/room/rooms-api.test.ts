import { afterEach, describe, expect, test, vi } from 'vitest';
import * as roomsApi from '../../../src/lib/room/rooms-api.ts';

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

/** A server that gives one answer to everything. */
function answering(status: number, body: string): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    asked.push({ path, init });
    return new Response(body || null, { status });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const refusal = (code: string) => JSON.stringify({ code, message: 'm', next: 'n' });
const receipt = 'a'.repeat(22);

describe('asking the server', () => {
  test('an answer comes back parsed, without what nobody asked for', async () => {
    answering(200, JSON.stringify({ seat: 's1', name: 'Ada', role: 'participant', more: 1 }));
    expect(await roomsApi.ownSeat('room')).toEqual({
      ok: true,
      answer: { seat: 's1', name: 'Ada', role: 'participant' },
    });
  });

  test('a refusal is its code', async () => {
    answering(401, refusal('no-seat'));
    expect(await roomsApi.ownSeat('room')).toEqual({ ok: false, code: 'no-seat' });
  });

  test('no seat at all is a refusal too', async () => {
    answering(204, '');
    expect(await roomsApi.ownSeat('room')).toEqual({ ok: false, code: 'no-seat' });
  });

  test.each([
    ['a proxy that cannot reach the server', 502, '<html>Bad gateway</html>', 'unreachable'],
    ['a code of a newer server', 400, refusal('brand-new'), 'internal'],
    ['an answer that is not one', 200, '<html>', 'unreachable'],
    ['an answer of another shape', 200, '{"seat":5}', 'internal'],
  ])('%s is a refusal and never an exception', async (_, status, body, code) => {
    answering(status, body);
    expect(await roomsApi.ownSeat('room')).toEqual({ ok: false, code });
  });

  test('no network is a refusal that may be tried again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    expect(await roomsApi.peek('room', 'secret')).toEqual({ ok: false, code: 'unreachable' });
  });

  test('what was asked and not answered in time may have been done; reading is merely tried again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('too slow', 'TimeoutError')));
    expect(await roomsApi.rename('room', 'Ada')).toEqual({ ok: false, code: 'unanswered' });
    expect(await roomsApi.ownSeat('room')).toEqual({ ok: false, code: 'unreachable' });
  });

  test('changing a note sends the receipt and no cookie', async () => {
    const asked = answering(204, '');
    expect(await roomsApi.changeNote('room', 'n1', { receipt, text: 'words' })).toMatchObject({ ok: true });
    expect(asked[0]?.path).toBe('/api/rooms/room/notes/n1');
    expect(asked[0]?.init.credentials).toBe('omit');
    expect(asked[0]?.init.body).toBe(JSON.stringify({ receipt, text: 'words' }));
  });

  test('signing a note sends the receipt with the cookie, and no seat', async () => {
    const asked = answering(204, '');
    expect(await roomsApi.signNote('room', 'n1', { receipt, sign: true })).toMatchObject({ ok: true });
    expect(asked[0]?.path).toBe('/api/rooms/room/notes/n1');
    expect(asked[0]?.init.credentials).toBe('same-origin');
    expect(asked[0]?.init.body).toBe(JSON.stringify({ receipt, sign: true }));
  });

  test('a room id can not leave its place in the path', async () => {
    const asked = answering(404, refusal('not-found'));
    await roomsApi.ownSeat('../../healthz?');
    expect(asked[0]?.path).toBe('/api/rooms/..%2F..%2Fhealthz%3F/seat');
  });
});
