/**
 * Ten thousand random elections against a model that counts by itself: second tabs, double clicks, replays, ballots
 * that are none, budgets that change, ballots for others, people who join again, restarts, topics merged afterwards.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { rankTopics } from '../../src/domain/ballots/ranking.ts';
import type { Turn } from '../../server/rooms/turn.ts';
import type { CommandAck } from '../../src/protocol/commands.ts';
import type { SeededRandom } from '../support/random.ts';
import { Election, PollingPlace, topics } from './election.ts';

const rooms = process.env['HEARTH_FUZZ'] === 'long' ? 2_500 : 250;
const electionsEach = 40;

interface Sent {
  readonly seat: string;
  readonly frame: unknown;
  readonly ack: CommandAck;
}

describe('any election', () => {
  it(
    'T-45: [POLL-2] ends as counted by hand, and never with more votes than there were to give',
    { timeout: 600_000 },
    async () => {
      for (let seed = 1; seed <= rooms; seed += 1) {
        const place = await PollingPlace.open(seed);
        for (let count = 0; count < electionsEach; count += 1)
          await hold(place, `seed ${seed}, election ${count}`);
        expect(place.polls).toHaveLength(electionsEach);
      }
    },
  );
});

/** As `expect` does, a hundred thousand times in a second. */
function check(holds: boolean, name: string, seen: unknown): void {
  if (!holds) throw new Error(`${name}: ${JSON.stringify(seen)}`);
}

async function hold(place: PollingPlace, name: string): Promise<void> {
  const { random } = place;
  const budget = 1 + random.below(6);
  const cap = 1 + random.below(budget);
  const election = new Election(budget, cap);
  const sent: Sent[] = [];
  await place.together((turn) => accepted(place, turn, { type: 'openVote', segment: 'vote', budget, cap }));
  const poll = place.polls.at(-1)?.id ?? '';
  for (let moment = 0; moment < 2; moment += 1) {
    if (random.below(40) === 0 && place.voters.length < 12) await place.join();
    await place.together((turn) => {
      const deeds = random.below(9);
      for (let deed = 0; deed < deeds; deed += 1) act(place, turn, poll, election, sent, name);
    });
    if (random.below(60) === 0) {
      await place.restart();
      // Answers to ballots are on no disk: what comes again from before is a ballot like any other.
      sent.length = 0;
    }
  }
  await place.together((turn) => {
    accepted(place, turn, { type: 'closePoll', poll });
    for (let late = 0; late < 2; late += 1) castLate(place, turn, poll, sent, name);
  });
  await expectCounted(place, election, name);
}

async function expectCounted(place: PollingPlace, election: Election, name: string): Promise<void> {
  const closed = place.polls.at(-1);
  const expected = election.result();
  const { closedAt, ...result } = closed?.result ?? {};
  check(closedAt !== undefined && isDeepStrictEqual(result, expected), name, { result, expected });
  const votes = Object.values(expected.counts).reduce((sum, count) => sum + count, 0);
  check(votes <= (place.roster + election.most) * election.budget, name, votes);
  if (place.random.below(20) === 0) expect(await place.storedBallots(), name).toBe(0);
  if (closed) expectRanked(closed, expected.counts, place.random, name);
}

function act(
  place: PollingPlace,
  turn: Turn,
  poll: string,
  election: Election,
  sent: Sent[],
  name: string,
): void {
  const { random } = place;
  const choice = random.below(20);
  if (choice === 0) setBudget(place, turn, poll, election, name);
  else if (choice === 1) grant(place, turn, poll, election);
  else if (choice < 5 && sent.length > 0) repeat(place, turn, random.pick(sent), name);
  else cast(place, turn, poll, election, sent, name);
}

function cast(
  place: PollingPlace,
  turn: Turn,
  poll: string,
  election: Election,
  sent: Sent[],
  name: string,
): void {
  const { random } = place;
  const seat = random.pick([place.facilitator, place.observer, ...place.voters]);
  const { wire, votes } = aBallot(random, election);
  const isGood = votes !== 'none' && (votes === null || election.fits(seat, votes));
  const expected = seat !== place.observer && isGood;
  // Two clicks, or two tabs, say the same twice under names of their own.
  for (let click = 0; click < 1 + random.below(2); click += 1) {
    const frame = place.frame({ type: 'castBallot', poll, ballot: wire });
    const ack = place.receive(turn, seat, frame);
    check(ack.ok === expected, name, frame);
    sent.push({ seat, frame, ack });
  }
  if (expected) election.cast(seat, votes);
}

/** What goes over the wire, and the votes a person would read in it: null takes them back, `none` is no ballot. */
function aBallot(
  random: SeededRandom,
  election: Election,
): { readonly wire: unknown; readonly votes: ReadonlyMap<string, number> | null | 'none' } {
  const chance = random.below(12);
  if (chance === 0) return { wire: null, votes: null };
  const votes = new Map<string, number>();
  for (const topic of topics) {
    if (random.below(3) === 0)
      votes.set(topic, 1 + random.below(election.cap + (random.below(6) === 0 ? 2 : 0)));
  }
  const dots = [...votes].map(([topic, count]) => ({ topic, count }));
  const spoilt = [
    {
      dots: [
        ...dots,
        { topic: 'queue', count: random.pick([0, -1, -11, 0.5, NaN, Infinity, 1e308, '1', null]) },
      ],
    },
    { dots: [...dots, { topic: random.pick(['elsewhere', '__proto__', 'constructor']), count: 1 }] },
    { dots: [...dots, ...dots, { topic: 'queue', count: 1 }, { topic: 'queue', count: 1 }] },
    { answers: ['5'] },
    random.pick([7, 'all', [], {}, { dots: 'queue' }]),
  ];
  return chance < 3 ? { wire: random.pick(spoilt), votes: 'none' } : { wire: { dots }, votes };
}

/** The first answer comes again, and nothing else happens. */
function repeat(place: PollingPlace, turn: Turn, { seat, frame, ack }: Sent, name: string): void {
  const again = place.receive(turn, seat, frame);
  // A refusal is remembered only while the room is in memory; asked anew, another one may come first.
  if (ack.ok) check(isDeepStrictEqual(again, ack), name, frame);
}

function castLate(place: PollingPlace, turn: Turn, poll: string, sent: readonly Sent[], name: string): void {
  const seat = place.random.pick(place.voters);
  const ballot = { dots: [{ topic: 'queue', count: 1 }] };
  const late = place.receive(turn, seat, place.frame({ type: 'castBallot', poll, ballot }));
  check(!late.ok && late.code === 'poll-closed', name, late);
  if (sent.length > 0) repeat(place, turn, place.random.pick(sent), name);
}

function setBudget(place: PollingPlace, turn: Turn, poll: string, election: Election, name: string): void {
  const budget = 1 + place.random.below(6);
  const cap = 1 + place.random.below(6);
  const frame = place.frame({ type: 'setVoteBudget', poll, budget, cap });
  const ack = place.receive(turn, place.facilitator, frame);
  check(ack.ok === cap <= budget, name, frame);
  if (ack.ok) Object.assign(election, { budget, cap });
}

function grant(place: PollingPlace, turn: Turn, poll: string, election: Election): void {
  const seat = place.random.pick([place.facilitator, ...place.voters]);
  const extra = place.random.below(4);
  accepted(place, turn, { type: 'grantBallots', poll, seat, extra });
  election.grant(seat, extra);
}

function accepted(place: PollingPlace, turn: Turn, command: unknown): void {
  check(place.receive(turn, place.facilitator, place.frame(command)).ok, 'accepted', command);
}

/** Topics are merged at random afterwards: no vote is lost, none is counted twice, and equal votes share a rank. */
function expectRanked(
  poll: Parameters<typeof rankTopics>[0],
  counts: Readonly<Record<string, number>>,
  random: SeededRandom,
  name: string,
): void {
  const groups = new Map<string, string[]>();
  for (const topic of topics) {
    const into = groups.size > 0 && random.below(3) === 0 ? random.pick([...groups.keys()]) : topic;
    groups.set(into, [...(groups.get(into) ?? []), topic]);
  }
  const merged = [...groups].map(([id, all]) => ({ id, name: id, merged: all.filter((one) => one !== id) }));
  const ranked = rankTopics(poll, merged);
  const sumOf = (id: string) => (groups.get(id) ?? []).reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  for (const { id, votes, rank } of ranked) {
    check(votes === sumOf(id), name, { id, votes });
    check(rank === 1 + ranked.filter((other) => other.votes > votes).length, name, { id, rank });
  }
  check(ranked.length === groups.size, name, ranked);
}
