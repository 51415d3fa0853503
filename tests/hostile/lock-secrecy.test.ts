/**
 * The board is locked, and thanks wait on the desks of two people. A curious facilitator makes one of them a
 * facilitator and waits for them to type. In the paired run the two have each other's words; everything else is the
 * same. One byte that differed would say whose they are.
 */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { HandClock } from '../support/hand-clock.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { seededRandom } from '../support/random.ts';
import { startOwnServer } from '../support/server.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { accepted } from '../support/voting-room.ts';
import { bytesReceived, noRates, settleIn, transcriptOf } from './transcript.ts';

const pairs = process.env['HEARTH_FUZZ'] === 'long' ? 300 : 12;

interface Words {
  readonly text: string;
  readonly receipt: string;
}

interface Told {
  readonly whole: string;
  readonly whileLocked: Buffer;
  readonly after: Buffer;
}

describe('what waits for a locked board', () => {
  it(
    'T-93: [LOCK-2] goes there together, and not alone with the next key of whoever is made a facilitator meanwhile',
    { timeout: 600_000 },
    async () => {
      const seeds = Array.from({ length: pairs }, (_, index) => index + 1);
      await severalAtOnce(seeds, 4, async (seed) => {
        const words = [wordsOf(seed * 2), wordsOf(seed * 2 + 1)] as const;
        const straight = await meet(seed, ...words);
        const swapped = await meet(seed, words[1], words[0]);
        for (const { whileLocked, after } of [straight, swapped])
          for (const { text } of words) {
            expect(whileLocked.includes(text), `seed ${seed}`).toBe(false);
            expect(after.includes(text), `seed ${seed}`).toBe(true);
          }
        expect(swapped.whole, `seed ${seed}`).toBe(straight.whole);
      });
    },
  );
});

async function meet(seed: number, ofAna: Words, ofBo: Words): Promise<Told> {
  const around = { clock: new HandClock(), chance: seededRandom(seed), store: memoryStore() };
  const server = await startOwnServer({ around, env: noRates });
  try {
    const { links, facilitator } = await openRoom(server.origin);
    const ana = await join(server.origin, links.participant, 'Ana');
    const bo = await join(server.origin, links.participant, 'Bo');
    const cy = await join(server.origin, links.participant, 'Cy');
    const everybody = [facilitator, ana, bo, cy];
    for (const person of everybody) await settleIn(person, true);
    await accepted(facilitator, { type: 'lockBoard', locked: true });
    await thank(ana, ofAna);
    await thank(bo, ofBo);
    await accepted(facilitator, { type: 'setRole', seat: ana.seat, role: 'facilitator' });
    await type(ana);
    const others = [facilitator, cy];
    for (const other of others) await upToNow(other);
    const whileLocked = Buffer.concat(others.map(bytesReceived));
    await accepted(facilitator, { type: 'lockBoard', locked: false });
    for (const person of everybody)
      await person.boardDocument.until(() => person.board().readNotes().length === 2);
    for (const other of others) await upToNow(other);
    const after = Buffer.concat(others.map(bytesReceived));
    return { whole: others.map(transcriptOf).join('\n\n'), whileLocked, after };
  } finally {
    await server.close();
  }
}

async function thank(person: HeadlessPerson, { text, receipt }: Words): Promise<void> {
  person.write({ id: 'thanks', segment: 'wins', text, receipt, released: true });
  await person.deskDocument.saved();
}

/** A key in another field of the desk. */
async function type(person: HeadlessPerson): Promise<void> {
  person.write({ id: 'next', segment: 'gather', text: 'A', receipt: 'N'.repeat(22) });
  await person.deskDocument.saved();
}

/** Whatever was sent on either connection until now has arrived: an own edit comes back after it. */
async function upToNow(person: HeadlessPerson): Promise<void> {
  await person.stage.ask('clock');
  person.board().addAction(`seen-${person.boardDocument.ownClock}`, 'Seen');
  await person.boardDocument.saved();
}

function wordsOf(seed: number): Words {
  const random = seededRandom(seed * 7919);
  return {
    text: `Thanks ${Buffer.from(random.bytes(9)).toString('hex')}`,
    receipt: Buffer.from(random.bytes(16)).toString('base64url'),
  };
}
