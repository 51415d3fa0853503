import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { Browser } from '../support/people.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let room: HeadlessRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_WRONG_SECRETS_PER_MINUTE: '0' } });
  room = await openRoom(server.origin);
  ana = await join(server.origin, room.links.participant, 'Ana');
  await Promise.all([ana.open('board'), ana.open('desk'), ana.stage.connect()]);
});
afterAll(async () => {
  ana.leave();
  room.facilitator.leave();
  await server.close();
});

const words = () =>
  ana
    .board()
    .readNotes()
    .map(({ text }) => text);

/** Ana thanks somebody on the board; resolves with the note and its receipt. */
async function thank(text: string): Promise<{ note: string; receipt: string }> {
  const segment = ana.stage.state?.segments.find(({ policy }) => policy === 'open')?.id ?? '';
  const id = randomBytes(8).toString('hex');
  const receipt = ana.write({ id, segment, text, released: true });
  await ana.boardDocument.until(() => words().includes(text));
  const note = ana
    .board()
    .readNotes()
    .find((one) => one.text === text);
  return { note: note?.id ?? '', receipt };
}

/** From a browser without any cookie, as the app sends it. */
function change(note: string, body: unknown, id = room.id): Promise<Response> {
  return new Browser(server.origin).post(`/api/rooms/${id}/notes/${note}`, body);
}

describe('a note and its receipt', () => {
  it('[NOTE-5] lets the author change the words, without cookie', async () => {
    const { note, receipt } = await thank('Thanks Ben');
    expect((await change(note, { receipt, text: '  Thanks Ben and Cy  ' })).status).toBe(204);
    await ana.boardDocument.until(() => words().includes('Thanks Ben and Cy'));
    expect(
      ana
        .board()
        .readNotes()
        .find(({ id }) => id === note)?.edited,
    ).toBe(true);
  });

  it('lets the author withdraw it, and keeps the words nowhere', async () => {
    const { note, receipt } = await thank('Withdrawn words');
    expect((await change(note, { receipt, withdraw: true })).status).toBe(204);
    await ana.boardDocument.until(() => !words().includes('Withdrawn words'));
    const stored = await server.around.store.loadRoom(room.id);
    const board = stored?.documents.find(({ key }) => key === 'board');
    const bytes = [board?.snapshot, ...(board?.updates ?? [])].map((part) =>
      Buffer.from(part ?? []).toString('latin1'),
    );
    expect(bytes.join()).not.toContain('Withdrawn words');
  });

  it('takes a second withdrawing as done, since an answer may get lost', async () => {
    const { note, receipt } = await thank('Twice');
    expect((await change(note, { receipt, withdraw: true })).status).toBe(204);
    expect((await change(note, { receipt, withdraw: true })).status).toBe(204);
    expect((await change(note, { receipt, text: 'Back again' })).status).toBe(404);
  });

  it('gives everybody else the same answer, whatever is wrong', async () => {
    const { note, receipt } = await thank('Mine');
    const other = await thank('Also mine');
    const wrong = 'A'.repeat(22);
    const asked = await Promise.all([
      change(note, { receipt: wrong, text: 'Yours' }),
      change(note, { receipt: other.receipt, text: 'Yours' }),
      change('nosuchnote', { receipt, text: 'Yours' }),
      change('__proto__', { receipt, text: 'Yours' }),
      change(note, { receipt, text: 'Yours' }, 'aaaaaaaaaaaaaaaa'),
      change(note, { receipt: wrong, withdraw: true }),
    ]);
    for (const response of asked) {
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual(errorBody('unknown-note'));
    }
    expect(words()).toContain('Mine');
  });

  it.each([
    ['no receipt', { text: 'A' }],
    ['no words', { text: '' }],
    ['words of spaces', { text: '   ' }],
    ['words past the limit', { text: 'x'.repeat(2_001) }],
    ['words that are none', { text: 7 }],
    ['a withdrawing that is none', { withdraw: false }],
  ])('refuses %s', async (_what, body) => {
    const { note, receipt } = await thank(`Stays ${randomBytes(4).toString('hex')}`);
    const response = await change(note, {
      ...('text' in body && body.text === 'A' ? {} : { receipt }),
      ...body,
    });
    expect(response.status).toBe(400);
  });

  it('takes words at their limit', async () => {
    const { note, receipt } = await thank('Short');
    expect((await change(note, { receipt, text: 'x'.repeat(2_000) })).status).toBe(204);
  });

  it('does not look at cookies: with and without is the same, and none is set', async () => {
    const { note, receipt } = await thank('Cookies');
    const response = await new Browser(server.origin).post(
      `/api/rooms/${room.id}/notes/${note}`,
      { receipt, text: 'No cookies' },
      { headers: { cookie: `hearth-${room.id}=${'A'.repeat(22)}` } },
    );
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('leaves no line in the log that says which note it was, or whose', async () => {
    const { note, receipt } = await thank('Logged');
    await change(note, { receipt, text: 'Logged twice' });
    const logged = server.logged();
    expect(logged).toContain('/api/rooms/:room/notes/:note');
    for (const trace of [note, receipt, ana.seat, '127.0.0.1']) expect(logged).not.toContain(trace);
  });
});

describe('signing a note', () => {
  const signatures = () =>
    Object.fromEntries(
      ana
        .board()
        .readNotes()
        .map(({ id, signedBy }) => [id, signedBy]),
    );
  const sign = (note: string, body: unknown, cookie = ana.cookie) =>
    new Browser(server.origin).post(`/api/rooms/${room.id}/notes/${note}`, body, { headers: { cookie } });

  it('[NOTE-7] puts the name of the cookie’s seat on this note, and takes it off again', async () => {
    const { note, receipt } = await thank('I stand to this');
    const before = signatures();
    expect((await sign(note, { receipt, sign: true })).status).toBe(204);
    await ana.boardDocument.until(() => signatures()[note] === ana.seat);
    expect(signatures()).toEqual({ ...before, [note]: ana.seat });
    expect((await sign(note, { receipt, sign: false })).status).toBe(204);
    await ana.boardDocument.until(() => signatures()[note] === null);
    expect(signatures()).toEqual(before);
  });

  it('[NOTE-8] takes the seat from the cookie alone, whatever the message says', async () => {
    const { note, receipt } = await thank('Not by Mara');
    const { seat } = room.facilitator;
    for (const forged of [
      { receipt, sign: true, seat, signed: seat, signedBy: seat },
      { receipt, sign: true, note: { signed: seat } },
    ]) {
      expect((await sign(note, forged)).status).toBe(204);
      await ana.boardDocument.until(() => signatures()[note] === ana.seat);
    }
    expect((await sign(note, { receipt, sign: seat })).status).toBe(400);
    expect(signatures()[note]).toBe(ana.seat);
  });

  it('[NOTE-8] needs the receipt and the cookie, and one does not do for the other', async () => {
    const { note, receipt } = await thank('Two keys');
    const forged = `hearth-${room.id}=${'A'.repeat(22)}`;
    for (const cookie of ['', forged]) {
      const unseated = await sign(note, { receipt, sign: true }, cookie);
      expect([unseated.status, await unseated.json()]).toEqual([401, errorBody('no-seat')]);
    }
    const other = await thank('Somebody else’s');
    for (const wrong of ['A'.repeat(22), other.receipt]) {
      expect((await sign(note, { receipt: wrong, sign: true }, room.facilitator.cookie)).status).toBe(404);
    }
    expect(signatures()[note]).toBeNull();
  });

  it('is of no use to the other calls: they do not look at the cookie, and the name stays', async () => {
    const { note, receipt } = await thank('Signed first');
    await sign(note, { receipt, sign: true });
    expect((await sign(note, { receipt, text: 'Changed after' }, room.facilitator.cookie)).status).toBe(204);
    await ana.boardDocument.until(() => words().includes('Changed after'));
    expect(signatures()[note]).toBe(ana.seat);
  });

  it('leaves no name on a note that is withdrawn, and none where it was taken off', async () => {
    const withdrawn = await thank('Signed and withdrawn');
    const unsigned = await thank('Signed and unsigned');
    await sign(withdrawn.note, { receipt: withdrawn.receipt, sign: true });
    await sign(unsigned.note, { receipt: unsigned.receipt, sign: true });
    await sign(unsigned.note, { receipt: unsigned.receipt, sign: false });
    await change(withdrawn.note, { receipt: withdrawn.receipt, withdraw: true });
    expect((await sign(withdrawn.note, { receipt: withdrawn.receipt, sign: true })).status).toBe(404);
    const doc = new Y.Doc();
    const stored = await server.around.store.loadRoom(room.id);
    const board = stored?.documents.find(({ key }) => key === 'board');
    for (const bytes of [board?.snapshot, ...(board?.updates ?? [])]) if (bytes) Y.applyUpdate(doc, bytes);
    const entries = doc.getMap<Y.Map<unknown>>('notes');
    for (const { note } of [withdrawn, unsigned]) expect(entries.get(note)?.get('signed')).toBe('');
  });

  it('leaves no seat in the log', async () => {
    const { note, receipt } = await thank('Signed in silence');
    await sign(note, { receipt, sign: true });
    const logged = server.logged();
    for (const trace of [note, receipt, ana.seat, '127.0.0.1']) expect(logged).not.toContain(trace);
  });
});

describe('a note in a closed room', () => {
  it('cannot be changed any more, and says so only to its author', async () => {
    const { note, receipt } = await thank('Closed over');
    await room.facilitator.stage.connect();
    expect(await room.facilitator.stage.command({ type: 'startMeeting' })).toMatchObject({ ok: true });
    expect(
      await room.facilitator.stage.command({ type: 'closeRoom', anyway: true, why: 'Out of time' }),
    ).toMatchObject({
      ok: true,
    });
    const late = await change(note, { receipt, text: 'Too late' });
    expect(late.status).toBe(409);
    expect(await late.json()).toEqual(errorBody('room-closed'));
    expect((await change(note, { receipt, withdraw: true })).status).toBe(409);
    expect((await change(note, { receipt, sign: true })).status).toBe(401);
    expect((await change(note, { receipt: 'A'.repeat(22), text: 'Too late' })).status).toBe(404);
  });
});
