/**
 * Up to six people on a network that fails at random, over a server that restarts at random and publishes what they
 * drafted, in a meeting that moves on. In the end everybody, a newcomer and the store hold the same board, and every
 * owner and the store the same desk. A seed that ever failed stays here by name.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { severalAtOnce } from '../support/several-at-once.ts';
import { Meeting } from './meeting.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const seeds = Array.from({ length: isLong ? 2_000 : 200 }, (_, index) => index + 1);
const operations = 200;
const meetingsAtOnce = 5;

describe('convergence over real sockets', () => {
  const meetings = new Set<Meeting>();
  beforeAll(() => {
    process.setMaxListeners(0);
  });
  afterAll(async () => {
    for (const meeting of meetings) await meeting.close();
  });

  it.each(chunk(seeds, 20))('everybody ends with the same content, seeds %j', async (...some) => {
    await severalAtOnce(some, meetingsAtOnce, play);
  });

  async function play(seed: number): Promise<void> {
    const random = seededRandom(seed);
    const meeting = await Meeting.open(random, 2 + random.below(5));
    meetings.add(meeting);
    for (let step = 0; step < operations; step++) await act(meeting, random);
    for (const hashes of await meeting.settle())
      expect(new Set(hashes.values()), `seed ${seed}: ${JSON.stringify([...hashes])}`).toHaveLength(1);
    expect(meeting.refusals, `seed ${seed}`).toEqual([]);
    await meeting.close();
    meetings.delete(meeting);
  }
});

async function act(meeting: Meeting, random: SeededRandom): Promise<void> {
  const dice = random.below(100);
  if (dice < 46) return meeting.edit(random);
  if (dice < 67) return meeting.draft(random);
  if (dice < 70) return meeting.changeNote(random);
  if (dice < 78) return meeting.breathe();
  if (dice < 86) return meeting.cutSomebody(random);
  if (dice < 94) return meeting.bringSomebodyBack(random);
  if (dice < 96) return meeting.moveOn(random);
  if (dice < 98) return meeting.reveal();
  return meeting.restart();
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
