/** A link is renewed in one browser: the others show the new one, also those that were away meanwhile. */
import { describe, expect, test } from 'vitest';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { rotateLink, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import type { Browser } from './browser.ts';
import { browser, facilitator, saved, serveBrowsers } from './served-room.ts';

serveBrowsers();

/** Ada has a room, and Bob's page shows its links. */
async function company() {
  const { page, room, secret, ada } = await facilitator();
  await saved(page);
  const bob = await browser();
  await takeSeat(room, secret, 'Bob');
  const shows = bob.open(room);
  await saved(shows);
  await shows.links.ask();
  expect(participantLink(shows)).toContain(secret);
  return { room, ada, bob, shows };
}

const participantLink = (page: RoomView) =>
  page.links.outcome?.ok ? page.links.outcome.answer.participant : null;

/** What is asked for from then on is Bob's to ask. */
async function rotate(room: string, ada: Browser, bob: Browser): Promise<string> {
  ada.speak();
  const rotating = rotateLink(room, { role: 'participant', drop: false });
  bob.speak();
  const rotated = await rotating;
  if (!rotated.ok) throw new Error(rotated.code);
  return rotated.answer.link;
}

describe('a link that was renewed', () => {
  test('[LINK-4] is shown by the pages of others that showed the one before', async () => {
    const { room, ada, bob, shows } = await company();
    const link = await rotate(room, ada, bob);
    await eventually(() => expect(participantLink(shows)).toBe(link));
  });

  test('[LINK-4] is shown after a while without a network, in which nobody could say so', async () => {
    const { room, ada, bob, shows } = await company();
    bob.network.cut();
    const link = await rotate(room, ada, bob);
    bob.network.mend();
    await eventually(() => expect(participantLink(shows)).toBe(link));
  });
});
