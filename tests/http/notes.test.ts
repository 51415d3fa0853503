import { randomBytes } from 'node:crypto';
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
    expect((await change(note, { receipt: 'A'.repeat(22), text: 'Too late' })).status).toBe(404);
  });
});
