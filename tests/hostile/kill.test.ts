/**
 * The server is killed without warning while eight people write, fifty times over. Whatever anybody was shown as
 * saved, or saw from somebody else, must be there afterwards, once, and nothing that was never sent.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoom, join, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { seededRandom } from '../support/random.ts';
import { startServerProcess, type ServerProcess } from '../support/server.ts';

const rounds = process.env['HEARTH_FUZZ'] === 'long' ? 1_000 : 50;
const random = seededRandom(20261121);

interface Written {
  readonly token: string;
  readonly by: HeadlessPerson;
  readonly clock: number;
}

describe('kill -9 under eight writers', () => {
  let server: ServerProcess;
  let room: HeadlessRoom;
  let writers: HeadlessPerson[];

  beforeAll(async () => {
    server = await startServerProcess({ env: unlimited });
    room = await openRoom(server.origin);
    const names = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'];
    const joined = await Promise.all(names.map((name) => join(server.origin, room.links.participant, name)));
    writers = [room.facilitator, ...joined];
    await Promise.all(writers.map((writer) => writer.open('board')));
  });

  afterAll(() => server.close());

  it(
    '[SYNC-7] keeps all that was shown as saved or seen by others, once, and nothing else',
    { timeout: 600_000 },
    async () => {
      const sent = new Map<string, Written>();
      for (let round = 0; round < rounds; round++) {
        const stopWriting = writeSteadily(writers, round, sent);
        await elapsed(40 + random.below(260));
        await server.kill();
        stopWriting();
        const owed = owedTokens(writers, sent);
        await server.restart();
        const present = await readBoard(server.origin, room);
        expect([...owed].filter((token) => !present.includes(token))).toEqual([]);
        expect(present.filter((token) => !sent.has(token))).toEqual([]);
        expect(new Set(present).size).toBe(present.length);
        await Promise.all(writers.map((writer) => writer.boardDocument.connect()));
      }
      await Promise.all(writers.map((writer) => writer.boardDocument.saved()));
      const present = await readBoard(server.origin, room);
      expect(new Set(present)).toEqual(new Set(sent.keys()));
    },
  );
});

/** Each person adds an action with words of its own some eighty times a second; returns the stop. */
function writeSteadily(
  writers: readonly HeadlessPerson[],
  round: number,
  sent: Map<string, Written>,
): () => void {
  let count = 0;
  const timer = setInterval(() => {
    const by = writers[count % writers.length] as HeadlessPerson;
    const token = `r${round}n${count++}`;
    by.board().addAction(token, token);
    sent.set(token, { token, by, clock: by.boardDocument.ownClock });
  }, 12);
  return () => clearInterval(timer);
}

/** What somebody was told is saved, or has on screen from somebody else. */
function owedTokens(writers: readonly HeadlessPerson[], sent: ReadonlyMap<string, Written>): Set<string> {
  const owed = new Set<string>();
  for (const { token, by, clock } of sent.values()) {
    if ((by.boardDocument.confirmed.get(by.boardDocument.doc.clientID) ?? 0) >= clock) owed.add(token);
  }
  for (const writer of writers) {
    for (const { title } of writer.board().readActions()) if (sent.get(title)?.by !== writer) owed.add(title);
  }
  return owed;
}

async function readBoard(origin: string, room: HeadlessRoom): Promise<string[]> {
  const reader = await join(origin, room.links.participant, 'Reader');
  await reader.open('board');
  const titles = reader
    .board()
    .readActions()
    .map(({ title }) => title);
  reader.leave();
  return titles;
}

/** The random moment of the kill is the point of this test; nothing is waited for. */
function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Rates are switched off: this test writes faster than people do. */
const unlimited = {
  HEARTH_FRAMES_PER_SECOND: '0',
  HEARTH_BYTES_PER_SECOND: '0',
  HEARTH_JOINS_PER_MINUTE: '0',
  HEARTH_REQUESTS_PER_SECOND: '0',
  HEARTH_CLIENT_IDS_PER_MINUTE: '0',
  HEARTH_ROOMS_PER_HOUR: '0',
};
