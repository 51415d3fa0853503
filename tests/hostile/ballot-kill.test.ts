/** The server is killed in the middle of a vote, again and again. What was acknowledged counts, once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { seededRandom } from '../support/random.ts';
import { startServerProcess, type ServerProcess } from '../support/server.ts';
import { accepted, cast, dots, goToVote, lastPoll, openVote } from '../support/voting-room.ts';

const rounds = process.env['HEARTH_FUZZ'] === 'long' ? 100 : 3;
const topics = ['queue', 'pager', 'docs'];

describe('kill -9 while people vote', () => {
  let server: ServerProcess;
  let mara: HeadlessPerson;
  let voters: HeadlessPerson[];

  beforeAll(async () => {
    const env = { HEARTH_JOINS_PER_MINUTE: '0', HEARTH_COMMANDS_PER_SECOND: '0' };
    server = await startServerProcess({ env });
    const { facilitator, links } = await openRoom(server.origin);
    mara = facilitator;
    voters = [];
    for (const name of ['Ana', 'Bo', 'Cy']) voters.push(await join(server.origin, links.participant, name));
    await goToVote(mara, ...topics);
    for (const { stage } of voters) await stage.connect();
  });
  afterAll(() => server.close());

  it('[POLL-4] keeps every ballot that was acknowledged', { timeout: 120_000 }, async () => {
    const random = seededRandom(20261125);
    const { id } = await openVote(mara, voters, { budget: 3, cap: 3 });
    const given = new Map<string, Readonly<Record<string, number>>>();
    for (let round = 0; round < rounds; round += 1) {
      const voter = random.pick(voters);
      const votes = { [random.pick(topics)]: 1 + random.below(3) };
      expect(await cast(voter, id, dots(votes))).toMatchObject({ ok: true });
      given.set(voter.seat, votes);
      await server.kill();
      await server.restart();
      for (const { stage } of [mara, ...voters]) await stage.connect();
      await voter.stage.until(() => voter.stage.ballots !== null);
      expect(voter.stage.ballots).toEqual([{ poll: id, ballot: dots(votes) }]);
    }
    await accepted(mara, { type: 'closePoll', poll: id });
    const counts = Object.fromEntries(topics.map((topic) => [topic, 0]));
    for (const votes of given.values()) {
      for (const [topic, count] of Object.entries(votes)) counts[topic] = (counts[topic] ?? 0) + count;
    }
    expect(lastPoll(mara).result).toMatchObject({ answered: given.size, counts });
  });
});
