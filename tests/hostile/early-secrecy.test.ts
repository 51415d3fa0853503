/**
 * The same hour before a meeting twice, second for second; only who writes, and what, is different. Nobody else may
 * receive one byte that differs, and neither may the log, whatever roles the writers are given meanwhile.
 */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { HandClock } from '../support/hand-clock.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { noRates } from '../support/live-room.ts';
import { seededRandom } from '../support/random.ts';
import { startOwnServer } from '../support/server.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { accepted } from '../support/voting-room.ts';

const pairs = process.env['HEARTH_FUZZ'] === 'long' ? 300 : 12;

/** How many write at which moment is the same in both; who it is, for which part and through which lens, is not. */
interface Deed {
  readonly writer: 0 | 1 | 2;
  readonly text: string;
  readonly lens: string;
}

describe('what is written before the meeting', () => {
  it(
    'T-84, T-92: [EARLY-3] the same bytes reach everybody else, whoever has written and whatever role they get',
    { timeout: 600_000 },
    async () => {
      const seeds = Array.from({ length: pairs }, (_, index) => index + 1);
      await severalAtOnce(seeds, 4, async (seed) => {
        const roles = rolesOf(seed);
        const one = await prepare(seed, deedsOf(seed, [0, 1]), roles);
        const other = await prepare(seed, deedsOf(seed + 1_000, [1, 2]), roles);
        expect(other.others, `seed ${seed}`).toBe(one.others);
        expect(other.log, `seed ${seed}`).toEqual(one.log);
        // Controls: how many have written is in there, and the words are not.
        expect(one.others).toContain('"written":2');
        for (const { text } of deedsOf(seed, [0, 1])) expect(one.others).not.toContain(text);
      });
    },
  );
});

function deedsOf(seed: number, writers: readonly (0 | 1 | 2)[]): readonly Deed[] {
  const random = seededRandom(seed);
  return writers.map((writer) => ({
    writer,
    text: `words ${seed} ${random.below(1e9)}`,
    lens: random.pick(['user', 'oncall', 'product', 'security']),
  }));
}

/** Who is made what between two counts. */
type Change = readonly [writer: 0 | 1 | 2, role: 'facilitator' | 'participant'];

function rolesOf(seed: number): readonly Change[] {
  const random = seededRandom(seed + 2_000);
  return Array.from({ length: 6 }, () => [
    random.pick([0, 1, 2] as const),
    random.pick(['facilitator', 'participant'] as const),
  ]);
}

async function prepare(
  seed: number,
  deeds: readonly Deed[],
  roles: readonly Change[],
): Promise<{ others: string; log: string }> {
  const clock = new HandClock();
  const around = { clock, chance: seededRandom(seed), store: memoryStore() };
  const server = await startOwnServer({ around, env: { ...noRates, HEARTH_LOG_LEVEL: 'trace' } });
  try {
    const { facilitator, links } = await openRoom(server.origin);
    const writers: HeadlessPerson[] = [];
    for (const name of ['Ana', 'Bo', 'Cy']) writers.push(await join(server.origin, links.participant, name));
    const others = [facilitator, await join(server.origin, links.participant, 'Di')];
    others.push(await join(server.origin, links.observer, ''));
    for (const writer of writers) await writer.open('desk');
    for (const other of others) await other.open('board');
    for (const { stage } of [...others, ...writers]) await stage.connect();
    const until = clock.now() + 3_600_000;
    await accepted(facilitator, { type: 'openEarly', segments: ['wins', 'gather'], until });
    for (const { writer, text, lens } of deeds) {
      const person = writers[writer] as HeadlessPerson;
      person.write({ id: 'draft-w', segment: 'wins', text, released: true });
      person.write({ id: 'draft-g', segment: 'gather', text, lens });
      await person.deskDocument.saved();
      for (let round = 0; round < 3; round += 1) {
        clock.advance(5_000);
        for (const { stage } of others) await stage.ask('clock');
      }
    }
    await accepted(facilitator, { type: 'setFacilitatorWrites', writes: false });
    for (const [writer, role] of roles) {
      await accepted(facilitator, { type: 'setRole', seat: writers[writer]?.seat ?? '', role });
      clock.advance(10_000);
      for (const { stage } of others) await stage.ask('clock');
    }
    await facilitator.stage.ask('snapshot');
    await facilitator.request('GET', '/record.json');
    return { others: others.map(transcriptOf).join('\n\n'), log: wordsOf(server.logged()) };
  } finally {
    await server.close();
  }
}

function transcriptOf({ stage, boardDocument, answers }: HeadlessPerson): string {
  const frames = boardDocument.received.map((frame) => Buffer.from(frame).toString('latin1'));
  return [...stage.received, ...frames, ...answers].join('\n');
}

/** Without what differs between any two runs: when it was, how long it took, from which port. */
function wordsOf(log: string): string {
  return log
    .replaceAll(/"(?:time|pid|hostname|ms|port|responseTime|address)":(?:"[^"]*"|[\d.]+),?/g, '')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'here');
}
