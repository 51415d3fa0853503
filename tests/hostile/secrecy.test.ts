/**
 * Two authors write two notes. In the paired run they have swapped them; everything else (ids, time, shuffle) is the
 * same. If one byte that reaches anybody else differed between the two, it would say something about who wrote what.
 */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { exportNames } from '../../src/domain/record/exports/all-exports.ts';
import { HandClock } from '../support/hand-clock.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { seededRandom } from '../support/random.ts';
import { startOwnServer } from '../support/server.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { bytesReceived, noRates, settleIn, transcriptOf } from './transcript.ts';

const pairs = process.env['HEARTH_FUZZ'] === 'long' ? 1_000 : 100;

interface Words {
  readonly text: string;
  readonly receipt: string;
  readonly lens: string;
}

/** What everybody but the two authors received until the end, and what they had received before the reveal. */
interface Transcript {
  readonly whole: string;
  readonly beforeReveal: Buffer;
  readonly record: string;
  readonly log: string;
  readonly authors: readonly string[];
}

describe('who wrote what', () => {
  it(
    '[NOTE-2] third parties receive the same bytes when two authors swap their notes',
    { timeout: 600_000 },
    async () => {
      const seeds = Array.from({ length: pairs }, (_, index) => index + 1);
      await severalAtOnce(seeds, 5, async (seed) => {
        const [first, second] = wordsOf(seed);
        const straight = await meet(seed, [first, second]);
        const swapped = await meet(seed, [second, first]);
        expect(swapped.whole, `seed ${seed}`).toBe(straight.whole);
        for (const transcript of [straight, swapped]) expectHidden(transcript, [first, second]);
      });
    },
  );
});

function expectHidden({ beforeReveal, record, log, authors }: Transcript, words: readonly Words[]): void {
  for (const { text, receipt } of words) {
    expect(beforeReveal.includes(text)).toBe(false);
    expect(log).not.toContain(text);
    expect(log).not.toContain(receipt);
    expect(record).toContain(text);
  }
  for (const seat of authors) expect(record).not.toContain(seat);
}

async function meet(seed: number, [ofAna, ofBo]: readonly [Words, Words]): Promise<Transcript> {
  const clock = new HandClock();
  const chance = seededRandom(seed);
  const server = await startOwnServer({ around: { clock, chance, store: memoryStore() }, env: noRates });
  try {
    const room = await openRoom(server.origin);
    const ana = await join(server.origin, room.links.participant, 'Ana');
    const bo = await join(server.origin, room.links.participant, 'Bo');
    const cy = await join(server.origin, room.links.participant, 'Cy');
    const wall = await join(server.origin, room.links.observer, '');
    const everybody = [room.facilitator, ana, bo, cy, wall];
    for (const person of everybody) await settleIn(person, person !== wall);
    const mode = seed % 2 === 0 ? 'parallel' : 'distributed';
    expect(
      await room.facilitator.stage.command({ type: 'setRoundMode', segment: 'gather', mode }),
    ).toMatchObject({ ok: true });
    for (const type of ['startMeeting', ...Array<'goNext'>(6).fill('goNext')] as const) {
      expect(await room.facilitator.stage.command({ type })).toMatchObject({ ok: true });
    }
    await write(ana, 'draft-a', ofAna);
    await write(bo, 'draft-b', ofBo);
    const thirdParties = [room.facilitator, cy, wall];
    const beforeReveal = Buffer.concat(thirdParties.map(bytesReceived));
    // The control: the same search does find the words where they may be.
    expect(bytesReceived(ana).includes(ofAna.text)).toBe(true);
    await room.facilitator.stage.command({ type: 'askReveal', segment: 'gather' });
    clock.advance(3_000);
    for (const person of everybody) {
      await person.boardDocument.until(() => person.board().readNotes().length === 2);
      await person.stage.until(() => person.stage.state?.gathers['gather']?.reveal.kind === 'revealed');
    }
    await changeInTurn(everybody, [ana, ofAna], [bo, ofBo]);
    const record = await everyExport(cy);
    return {
      whole: thirdParties.map(transcriptOf).join('\n\n'),
      beforeReveal,
      record,
      log: server.logged(),
      authors: [ana.seat, bo.seat],
    };
  } finally {
    await server.close();
  }
}

/** T-30: what they wrote leaves in every format, and who wrote it in none. */
async function everyExport(person: HeadlessPerson): Promise<string> {
  const files = [];
  for (const name of exportNames) files.push(await (await person.request('GET', `/${name}`)).text());
  return files.join('\n');
}

async function write(person: HeadlessPerson, id: string, { text, receipt, lens }: Words): Promise<void> {
  person.write({ id, segment: 'gather', text, receipt, lens });
  await person.deskDocument.saved();
}

/** The order of edits can be seen; so it follows the words, not the people. */
async function changeInTurn(
  everybody: readonly HeadlessPerson[],
  ...edits: readonly (readonly [HeadlessPerson, Words])[]
): Promise<void> {
  const inOrder = [...edits].sort(([, a], [, b]) => (a.text < b.text ? -1 : 1));
  for (const [index, [author, words]] of inOrder.entries()) {
    await change(author, words);
    const seen = (person: HeadlessPerson) =>
      person
        .board()
        .readNotes()
        .filter(({ edited }) => edited).length;
    for (const person of everybody) await person.boardDocument.until(() => seen(person) === index + 1);
  }
}

/** Each edits the note that its own desk names, with the receipt and without the cookie. */
async function change(person: HeadlessPerson, { text, receipt }: Words): Promise<void> {
  await person.deskDocument.until(() =>
    person
      .desk()
      .readDrafts()
      .some(({ note }) => note !== null),
  );
  const note = person.desk().readDrafts()[0]?.note ?? '';
  const answer = await person.request('POST', `/notes/${note}`, { receipt, text: `${text} indeed` }, false);
  expect(answer.status).toBe(204);
}

function wordsOf(seed: number): [Words, Words] {
  const random = seededRandom(seed * 7919);
  const one = (): Words => ({
    text: `Note ${Buffer.from(random.bytes(9)).toString('hex')}`,
    receipt: Buffer.from(random.bytes(16)).toString('base64url'),
    lens: random.pick(['user', 'oncall', 'product', 'security']),
  });
  return [one(), one()];
}
