/**
 * The server is killed without warning around the moment of a reveal. Read from the files it leaves, the reveal is
 * there whole (event, notes, marks on the desks, receipts) or not at all; and what was acknowledged is there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { StoredRoom } from '../../server/store/store.ts';
import { Board } from '../../src/domain/board/board.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import type { CommandAck } from '../../src/protocol/commands.ts';
import { limits } from '../../src/protocol/limits.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { noRates } from '../support/live-room.ts';
import { seededRandom } from '../support/random.ts';
import { startServerProcess, type ServerProcess } from '../support/server.ts';

const rounds = process.env['HEARTH_FUZZ'] === 'long' ? 200 : 8;
/** Rooms that reveal within one round, each a little later than the one before. */
const roomsAtOnce = 4;
const notesEach = 3;
const random = seededRandom(20261122);

interface Meeting {
  readonly room: HeadlessRoom;
  readonly authors: readonly HeadlessPerson[];
  /** Words and receipts of all drafts that were shown as saved. */
  readonly drafts: readonly { readonly text: string; readonly receipt: string }[];
  readonly acked: Map<string, CommandAck>;
}

describe('kill -9 around a reveal', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess({ env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
  });
  afterAll(() => server.close());

  it(
    '[STAGE-6] leaves it whole or not at all, and everything acknowledged',
    { timeout: rounds * 15_000 },
    async () => {
      for (let round = 0; round < rounds; round++) {
        const meetings = await Promise.all(Array.from({ length: roomsAtOnce }, () => prepare(server.origin)));
        for (const meeting of meetings) {
          await command(meeting, 'reveal', { type: 'askReveal', segment: 'gather' });
        }
        const stopCommanding = commandSteadily(meetings);
        await theMoment(round, meetings);
        await server.kill();
        stopCommanding();
        await expectWholeOrNothing(server.data, meetings, round);
        await server.start();
        await Promise.all(meetings.map(expectCompleted));
        for (const { room, authors } of meetings)
          for (const person of [room.facilitator, ...authors]) person.leave();
      }
    },
  );

  it('control: a reveal of which anything is missing is neither', async () => {
    const meeting = await prepare(server.origin);
    await command(meeting, 'reveal', { type: 'askReveal', segment: 'gather' });
    await expectCompleted(meeting);
    await server.kill();
    const stored = await readStored(server.data, meeting);
    expect(stateOfReveal(stored, meeting)).toBe('whole');
    const torn: StoredRoom[] = [
      { ...stored, events: stored.events.filter(({ body }) => !body.includes('notesRevealed')) },
      { ...stored, receipts: stored.receipts.slice(1) },
      { ...stored, documents: stored.documents.filter(({ key }) => key !== 'board') },
      { ...stored, documents: stored.documents.filter(({ key }) => !key.startsWith('desk:')) },
    ];
    expect(torn.map((one) => stateOfReveal(one, meeting))).toEqual(Array(torn.length).fill('torn'));
    await server.start();
  });
});

/** By the clock, and in every other round in the wake of the first room's reveal, while the others have theirs. */
async function theMoment(round: number, [first]: readonly Meeting[]): Promise<void> {
  if (round % 2 === 0) return elapsed(limits.revealCountInMs - 60 + random.below(120));
  if (first) await revealIn(first);
  return elapsed(random.below(40));
}

function revealIn({ room: { facilitator } }: Meeting): Promise<void> {
  const { stage } = facilitator;
  return stage.until(() => stage.state?.gathers['gather']?.reveal.kind === 'revealed');
}

async function prepare(origin: string): Promise<Meeting> {
  const room = await openRoom(origin, { format: 'start-stop-continue' });
  const authors = await Promise.all(
    ['Ana', 'Bo', 'Cy'].map((name) => join(origin, room.links.participant, name)),
  );
  const meeting: Meeting = { room, authors, drafts: [], acked: new Map() };
  await room.facilitator.stage.connect();
  for (const type of ['startMeeting', 'goNext', 'goNext'] as const) {
    await command(meeting, `step${meeting.acked.size}`, { type });
  }
  const written = await Promise.all(authors.map(writeDrafts));
  return { ...meeting, drafts: written.flat() };
}

async function writeDrafts(author: HeadlessPerson): Promise<Meeting['drafts']> {
  await author.open('desk');
  const drafts = Array.from({ length: notesEach }, (_, n) => {
    const text = `${author.seat} thinks ${n}`;
    return { text, receipt: author.write({ id: `d${n}`, segment: 'gather', prompt: 'start', text }) };
  });
  await author.deskDocument.saved();
  return drafts;
}

async function command(
  { room, acked }: Meeting,
  cmdId: string,
  what: Parameters<HeadlessPerson['stage']['command']>[0],
): Promise<void> {
  const ack = await room.facilitator.stage.command(what, { cmdId });
  expect(ack).toMatchObject({ ok: true });
  acked.set(cmdId, ack);
}

/** The facilitator of each room presses something all the time; returns the stop. */
function commandSteadily(meetings: readonly Meeting[]): () => void {
  let count = 0;
  const timer = setInterval(() => {
    const cmdId = `steady${count++}`;
    const type = count % 2 === 0 ? 'pauseClock' : 'resumeClock';
    for (const meeting of meetings) command(meeting, cmdId, { type }).catch(() => {});
  }, 15);
  return () => clearInterval(timer);
}

async function expectWholeOrNothing(
  data: string,
  meetings: readonly Meeting[],
  round: number,
): Promise<void> {
  for (const meeting of meetings) {
    const stored = await readStored(data, meeting);
    expect(stateOfReveal(stored, meeting), `round ${round}`).not.toBe('torn');
    const answers = new Map(stored.commands.map(({ cmdId, ack }) => [cmdId, JSON.parse(ack) as CommandAck]));
    const lastRev = stored.events.at(-1)?.rev ?? 0;
    for (const [cmdId, ack] of meeting.acked) {
      expect(answers.get(cmdId), `round ${round}`).toEqual(ack);
      expect(ack.ok && ack.rev <= lastRev).toBe(true);
    }
  }
}

/** After the start everybody sees all notes once, and each receipt still changes its note. */
async function expectCompleted(meeting: Meeting): Promise<void> {
  const { room, authors, drafts } = meeting;
  const [ana] = authors;
  if (!ana) throw new Error('nobody wrote');
  room.facilitator.stage.disconnect();
  await room.facilitator.stage.connect();
  await revealIn(meeting);
  await ana.open('board');
  await ana.boardDocument.until(() => ana.board().readNotes().length >= drafts.length);
  const notes = ana.board().readNotes();
  expect(notes.map(({ text }) => text).sort()).toEqual(drafts.map(({ text }) => text).sort());
  for (const { text, receipt } of drafts) {
    const note = notes.find((one) => one.text === text)?.id ?? '';
    const answer = await ana.request('POST', `/notes/${note}`, { receipt, text }, false);
    expect(answer.status).toBe(204);
  }
}

async function readStored(data: string, { room }: Meeting): Promise<StoredRoom> {
  const store = await openSqliteStore(data);
  const stored = await store.loadRoom(room.id);
  await store.close();
  if (!stored) throw new Error('the room is gone');
  return stored;
}

function stateOfReveal(stored: StoredRoom, { authors, drafts }: Meeting): 'whole' | 'none' | 'torn' {
  const read = (key: string) => {
    const doc = new Y.Doc();
    const document = stored.documents.find((one) => one.key === key);
    if (document?.snapshot) Y.applyUpdate(doc, document.snapshot);
    for (const update of document?.updates ?? []) Y.applyUpdate(doc, update);
    return doc;
  };
  const notes = new Board(read('board'), { kind: 'server' }).readNotes().map(({ id }) => id);
  const marks = authors
    .flatMap(({ seat }) => new Desk(read(`desk:${seat}`), 'server').readDrafts())
    .flatMap(({ note }) => note ?? []);
  const receipts = stored.receipts.map(({ note }) => note);
  const events = stored.events.filter(({ body }) => body.includes('"notesRevealed"')).length;
  const counts = [events * drafts.length, notes.length, marks.length, receipts.length];
  if (counts.every((count) => count === 0)) return 'none';
  const same = [marks, receipts].every((ids) => ids.toSorted().join() === notes.toSorted().join());
  return same && counts.every((count) => count === drafts.length) ? 'whole' : 'torn';
}

/** The random moment of the kill is the point of this test; nothing is waited for. */
function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
