/** Rooms in which notes carry names: each is signed as it is published, and that is said before anybody writes. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { Browser } from '../support/people.ts';

let live: LiveRoom;
let ana: HeadlessPerson;
let ben: HeadlessPerson;
beforeAll(async () => {
  live = await openLiveRoom({ env: { HEARTH_COMMANDS_PER_SECOND: '0' } }, { named: true });
  ana = await live.join('Ana');
  ben = await live.join('Ben');
  for (const person of [live.mara, ana, ben]) {
    await Promise.all([person.open('board'), person.open('desk'), person.stage.connect()]);
  }
});
afterAll(() => live.close());

async function thank(person: HeadlessPerson, text: string): Promise<{ note: string; receipt: string }> {
  const id = randomBytes(8).toString('hex');
  const receipt = person.write({ id, segment: 'wins', text, released: true });
  const find = () =>
    ben
      .board()
      .readNotes()
      .find((note) => note.text === text);
  await ben.boardDocument.until(() => find() !== undefined);
  return { note: find()?.id ?? '', receipt };
}

const signedBy = (note: string) =>
  ben
    .board()
    .readNotes()
    .find(({ id }) => id === note)?.signedBy;

describe('a room in which notes carry names', () => {
  it('[NOTE-9] signs each note with its author as it is published', async () => {
    expect(signedBy((await thank(ana, 'Thanks Ben')).note)).toBe(ana.seat);
    expect(signedBy((await thank(ben, 'Thanks Ana')).note)).toBe(ben.seat);
  });

  it('T-73 [NOTE-9] takes no name off, and puts no other on, whoever asks with the receipt', async () => {
    const { note, receipt } = await thank(ana, 'I said so');
    for (const [cookie, sign] of [
      [ana.cookie, false],
      [ana.cookie, true],
      [ben.cookie, true],
      [ben.cookie, false],
    ] as const) {
      const browser = new Browser(ana.origin);
      const answer = await browser.ask('POST', `/api/rooms/${ana.room}/notes/${note}`, {
        body: { receipt, sign },
        headers: { cookie },
      });
      expect([answer.status, await answer.json()]).toEqual([409, errorBody('notes-carry-names')]);
    }
    expect(signedBy(note)).toBe(ana.seat);
  });

  it('[NOTE-9] keeps the name on a note that is changed, and takes it along when it is withdrawn', async () => {
    const { note, receipt } = await thank(ana, 'First words');
    const change = (body: unknown) =>
      new Browser(ana.origin).post(`/api/rooms/${ana.room}/notes/${note}`, body);
    expect((await change({ receipt, text: 'Other words' })).status).toBe(204);
    await ben.boardDocument.until(() =>
      ben
        .board()
        .readNotes()
        .some(({ text }) => text === 'Other words'),
    );
    expect(signedBy(note)).toBe(ana.seat);
    expect((await change({ receipt, withdraw: true })).status).toBe(204);
    await ben.boardDocument.until(() => signedBy(note) === undefined);
  });

  it('[NOTE-9] says so at the door and on the stage, before anybody writes', async () => {
    const secret = live.room.links.participant.split('#')[1];
    const answer = await new Browser(ana.origin).post(`/api/rooms/${ana.room}/peek`, { secret });
    expect(await answer.json()).toMatchObject({ named: true });
    expect(ben.stage.state?.named).toBe(true);
    const anonymous = await openLiveRoom();
    const door = anonymous.room.links.participant.split('#')[1];
    const other = await new Browser(anonymous.server.origin).post(`/api/rooms/${anonymous.room.id}/peek`, {
      secret: door,
    });
    expect(await other.json()).toMatchObject({ named: false });
    await anonymous.close();
  });

  it('T-71 sends no word of a draft to anybody else before it is revealed, early or late', async () => {
    const secret = `Draft ${randomBytes(9).toString('hex')}`;
    const kept = `Kept ${randomBytes(9).toString('hex')}`;
    const { stage } = live.mara;
    await stage.command({ type: 'startMeeting' });
    while (stage.state?.current !== 'gather') await stage.command({ type: 'goNext' });
    while ((stage.state.gathers['gather']?.rounds.length ?? 0) < 4) await stage.command({ type: 'goNext' });
    ana.write({ id: 'g1', segment: 'gather', text: secret, lens: 'user' });
    await ana.deskDocument.saved();
    expect(received(ben, live.mara)).not.toContain(secret);
    await stage.command({ type: 'askReveal', segment: 'gather' });
    await ben.boardDocument.until(() =>
      ben
        .board()
        .readNotes()
        .some(({ text }) => text === secret),
    );
    ana.write({ id: 'g2', segment: 'gather', text: kept, lens: 'user' });
    await ana.deskDocument.saved();
    const note = ben
      .board()
      .readNotes()
      .find(({ text }) => text === secret);
    expect(note).toMatchObject({ signedBy: ana.seat, lens: 'user' });
    expect(received(ben, live.mara)).toContain(secret);
    expect(received(ben, live.mara)).not.toContain(kept);
    expect(received(ben, live.mara)).not.toContain(createHash('sha256').update(kept).digest('hex'));
    await stage.command({ type: 'askReveal', segment: 'gather' });
    const late = () =>
      ben
        .board()
        .readNotes()
        .find(({ text }) => text === kept);
    await ben.boardDocument.until(() => late() !== undefined);
    expect(late()).toMatchObject({ signedBy: ana.seat, lens: 'user' });
  });
});

function received(...people: readonly HeadlessPerson[]): string {
  return people
    .flatMap((person) => [
      ...[...person.boardDocument.received, ...person.deskDocument.received].map((frame) =>
        Buffer.from(frame).toString('latin1'),
      ),
      ...person.stage.received,
      ...person.answers,
    ])
    .join('\n');
}
