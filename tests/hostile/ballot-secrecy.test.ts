/**
 * The same meeting twice, second for second; only what people answer in secret is different. Until the count nobody
 * else may receive one byte that differs, and neither may a log line or the answer to a voter's own command.
 */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Ballot } from '../../src/protocol/ballots.ts';
import type { CommandAck } from '../../src/protocol/commands.ts';
import { HandClock } from '../support/hand-clock.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { noRates } from '../support/live-room.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { startOwnServer } from '../support/server.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { accepted, dots, goToVote, lastPoll, openVote } from '../support/voting-room.ts';

const pairs = process.env['HEARTH_FUZZ'] === 'long' ? 500 : 15;
const topics = ['queue', 'pager', 'docs', 'login'];
const budget = 4;
const cap = 2;

/** Who answers what at which moment is the same in both meetings; with which answer is not. */
interface Deed {
  readonly voter: number;
  readonly poll: 'vote' | 'safety';
  readonly takesBack: boolean;
}

interface Meeting {
  /** All that those who did not vote received until the count. */
  readonly others: string;
  readonly acks: readonly CommandAck[];
  readonly log: readonly string[];
  /** What voters received of their own. */
  readonly own: string;
  readonly result: string;
}

describe('what people answer in secret', () => {
  it(
    'T-47: [POLL-5] until the count the same bytes reach everybody else, whatever the answers are',
    { timeout: 600_000 },
    async () => {
      let different = 0;
      const seeds = Array.from({ length: pairs }, (_, index) => index + 1);
      await severalAtOnce(seeds, 4, async (seed) => {
        const one = await meet(seed, 1);
        const other = await meet(seed, 2);
        expect(other.others, `seed ${seed}`).toBe(one.others);
        expect(other.acks, `seed ${seed}`).toEqual(one.acks);
        expect(other.log, `seed ${seed}`).toEqual(one.log);
        // Controls: the answers were not the same, and it shows where it may.
        if (other.own !== one.own && other.result !== one.result) different += 1;
      });
      expect(different).toBeGreaterThan(pairs / 2);
    },
  );
});

async function meet(seed: number, variant: 1 | 2): Promise<Meeting> {
  const clock = new HandClock();
  const around = { clock, chance: seededRandom(seed), store: memoryStore() };
  const env = { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0', HEARTH_LOG_LEVEL: 'trace' };
  const server = await startOwnServer({ around, env });
  try {
    const { facilitator, links } = await openRoom(server.origin);
    const voters: HeadlessPerson[] = [];
    for (const name of ['Ana', 'Bo', 'Cy']) voters.push(await join(server.origin, links.participant, name));
    const others = [facilitator, await join(server.origin, links.participant, 'Di')];
    others.push(await join(server.origin, links.observer, ''));
    await goToVote(facilitator, ...topics);
    for (const { stage } of [...voters, ...others.slice(1)]) await stage.connect();
    await accepted(facilitator, { type: 'openPoll', question: 'safety' });
    const safety = lastPoll(facilitator).id;
    const vote = (await openVote(facilitator, [...voters, ...others], { budget, cap })).id;
    const answers = seededRandom(seed * 100 + variant);
    const acks: CommandAck[] = [];
    for (const [index, deed] of deedsOf(seed).entries()) {
      const voter = voters[deed.voter] as HeadlessPerson;
      const poll = deed.poll === 'vote' ? vote : safety;
      const ballot = deed.takesBack ? null : aBallot(deed.poll, answers);
      acks.push(await voter.stage.command({ type: 'castBallot', poll, ballot }, { cmdId: `deed${index}` }));
      clock.advance(index % 3 === 0 ? 40 : 200);
      for (const { stage } of others) await stage.ask('clock');
    }
    await facilitator.stage.ask('snapshot');
    await facilitator.request('GET', '/record.md');
    const told = others.map(transcriptOf).join('\n\n');
    const log = logged(server.logged());
    for (const poll of [vote, safety]) await accepted(facilitator, { type: 'closePoll', poll });
    const result = JSON.stringify(facilitator.stage.state?.polls.map((poll) => poll.result));
    return { others: told, acks, log, own: voters.map(transcriptOf).join('\n\n'), result };
  } finally {
    await server.close();
  }
}

function transcriptOf({ stage, answers }: HeadlessPerson): string {
  return [...stage.received, ...answers].join('\n');
}

function deedsOf(seed: number): readonly Deed[] {
  const random = seededRandom(seed * 7919);
  return Array.from({ length: 12 }, () => ({
    voter: random.below(3),
    poll: random.pick(['vote', 'vote', 'safety'] as const),
    takesBack: random.below(6) === 0,
  }));
}

function aBallot(poll: Deed['poll'], random: SeededRandom): Ballot {
  if (poll === 'safety') return { answers: [random.pick(['1', '2', '3', '4', '5'] as const)] };
  const votes = new Map<string, number>();
  for (let given = 0; given < 1 + random.below(budget); given += 1) {
    const topic = random.pick(topics);
    const count = votes.get(topic) ?? 0;
    if (count < cap) votes.set(topic, count + 1);
  }
  return dots(Object.fromEntries(votes));
}

/** Each line without what differs between any two runs: when it was, how long it took, from which port. */
function logged(log: string): readonly string[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line.replaceAll(/"(?:time|pid|hostname|ms|port|responseTime|address)":(?:"[^"]*"|[\d.]+),?/g, ''),
    )
    .map((line) => line.replaceAll(/127\.0\.0\.1:\d+/g, 'here'));
}
