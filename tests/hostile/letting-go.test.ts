/**
 * Two authors let go of a note each, and a third one completes the batch. In the paired runs they do so in the other
 * order, or with each other's words; ids, time and shuffle are the same. If one byte that reaches anybody else
 * differed, it would say who was first, or who wrote what.
 */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { HandClock } from '../support/hand-clock.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { seededRandom } from '../support/random.ts';
import { startOwnServer } from '../support/server.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { bytesReceived, noRates, settleIn, transcriptOf } from './transcript.ts';

const meetings = process.env['HEARTH_FUZZ'] === 'long' ? 500 : 20;

interface Words {
  readonly text: string;
  readonly receipt: string;
}

interface Told {
  readonly whole: string;
  /** Of everybody but the two, before the third let go. */
  readonly before: Buffer;
  readonly after: Buffer;
}

type Author = 'ana' | 'bo';

describe('who let go of what, and when', () => {
  it(
    'T-70 [NOTE-10] reaches nobody else: the same bytes whoever was first, and whose words they are',
    { timeout: 600_000 },
    async () => {
      const seeds = Array.from({ length: meetings }, (_, index) => index + 1);
      await severalAtOnce(seeds, 5, async (seed) => {
        const [one, two] = [wordsOf(seed * 2), wordsOf(seed * 2 + 1)];
        const straight = await meet(seed, { ana: one, bo: two }, ['ana', 'bo']);
        const reversed = await meet(seed, { ana: one, bo: two }, ['bo', 'ana']);
        const swapped = await meet(seed, { ana: two, bo: one }, ['ana', 'bo']);
        expect(reversed.whole, `order, seed ${seed}`).toBe(straight.whole);
        expect(swapped.whole, `authors, seed ${seed}`).toBe(straight.whole);
        for (const { before, after } of [straight, reversed, swapped]) {
          for (const { text } of [one, two]) expect(before.includes(text)).toBe(false);
          for (const { text } of [one, two]) expect(after.includes(text)).toBe(true);
        }
      });
    },
  );
});

async function meet(seed: number, words: Record<Author, Words>, order: readonly Author[]): Promise<Told> {
  const clock = new HandClock();
  const chance = seededRandom(seed);
  const server = await startOwnServer({ around: { clock, chance, store: memoryStore() }, env: noRates });
  try {
    const { links, facilitator } = await openRoom(server.origin);
    const ana = await join(server.origin, links.participant, 'Ana');
    const bo = await join(server.origin, links.participant, 'Bo');
    const cy = await join(server.origin, links.participant, 'Cy');
    const dee = await join(server.origin, links.participant, 'Dee');
    const wall = await join(server.origin, links.observer, '');
    const everybody = [facilitator, ana, bo, cy, dee, wall];
    for (const person of everybody) await settleIn(person, person !== wall);
    await goToOwn(facilitator);
    for (const author of order) await letGo(author === 'ana' ? ana : bo, words[author]);
    const others = [facilitator, cy, dee, wall];
    const before = Buffer.concat(others.map(bytesReceived));
    await letGo(cy, { text: 'The third', receipt: 'C'.repeat(22) });
    for (const person of everybody)
      await person.boardDocument.until(() => person.board().readNotes().length === 3);
    await cy.deskDocument.until(() =>
      cy
        .desk()
        .readDrafts()
        .every(({ published }) => published !== null),
    );
    const after = Buffer.concat(others.map(bytesReceived));
    return { whole: others.map(transcriptOf).join('\n\n'), before, after };
  } finally {
    await server.close();
  }
}

async function goToOwn({ stage }: HeadlessPerson): Promise<void> {
  const policy = 'own' as const;
  for (const command of [
    { type: 'changeSegment', segment: 'gather', change: { policy } },
    { type: 'startMeeting' },
    ...Array<{ type: 'skipSegment' }>(3).fill({ type: 'skipSegment' }),
  ] as const)
    expect(await stage.command(command)).toMatchObject({ ok: true });
  expect(stage.state?.current).toBe('gather');
}

/** Written first, then let go of, as on a screen. */
async function letGo(person: HeadlessPerson, { text, receipt }: Words): Promise<void> {
  person.write({ id: 'draft', segment: 'gather', text, receipt });
  await person.deskDocument.saved();
  person.desk().releaseDraft('draft');
  await person.deskDocument.saved();
}

function wordsOf(seed: number): Words {
  const random = seededRandom(seed * 7919);
  return {
    text: `Note ${Buffer.from(random.bytes(9)).toString('hex')}`,
    receipt: Buffer.from(random.bytes(16)).toString('base64url'),
  };
}
