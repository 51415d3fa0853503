/** What people hear when a link is renewed: that one was. What it is they ask for, and are told as their seat may know. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinksAnswer } from '../../src/protocol/http.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let live: LiveRoom;
let ana: HeadlessPerson;
let oda: HeadlessPerson;
let wall: HeadlessStage;
beforeEach(async () => {
  live = await openLiveRoom();
  ana = await live.join('Ana');
  oda = await live.watch();
  wall = new HeadlessStage(live.server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
  for (const stage of everybody()) await stage.connect();
});
afterEach(async () => {
  wall.disconnect();
  await live.close();
});

const everybody = () => [live.mara.stage, ana.stage, oda.stage, wall];
const words = (stage: HeadlessStage) => stage.received.filter((text) => text.startsWith('["links"'));
const rotate = async (role: string, drop = false) =>
  (await live.mara.request('POST', '/links/rotate', { role, drop })).json() as Promise<{ link: string }>;
const linksOf = async (person: HeadlessPerson) => {
  const { participant, observer } = (await (await person.request('GET', '/links')).json()) as LinksAnswer;
  return { participant, observer };
};

describe('a link that was renewed', () => {
  it.each(['participant', 'observer', 'facilitator'])(
    '[LINK-4] is told to every connection by a word without content, whichever role it is for: %s',
    async (role) => {
      const { link } = await rotate(role);
      for (const stage of everybody()) {
        await stage.until(() => words(stage).length > 0);
        expect(words(stage)).toEqual(['["links"]']);
        expect(stage.received.join()).not.toContain(link.split('#')[1]);
      }
    },
  );

  it('[LINK-4] is then told to each as their seat may know it: to observers none by which people write', async () => {
    const { link } = await rotate('participant');
    await oda.stage.until(() => words(oda.stage).length > 0);
    expect(await linksOf(ana)).toEqual({ participant: link, observer: live.room.links.observer });
    expect(await linksOf(oda)).toEqual({ observer: live.room.links.observer });
  });

  it('[LINK-4] leaves nothing behind: no revision, and no word to whoever comes later', async () => {
    const rev = live.mara.stage.state?.rev;
    await rotate('participant');
    await ana.stage.until(() => words(ana.stage).length > 0);
    const beside = new HeadlessStage(live.server.origin, live.room.id, ana.cookie);
    const state = await beside.connect();
    await beside.ask('clock');
    expect([state.rev, words(beside)]).toEqual([rev, []]);
    beside.disconnect();
  });

  it('[LINK-4] is not told to those who have to leave with it, nor where nothing was renewed', async () => {
    await rotate('participant', true);
    await expect.poll(() => ana.stage.isConnected).toBe(false);
    expect(words(ana.stage)).toEqual([]);
    await oda.request('POST', '/links/rotate', { role: 'observer' });
    await oda.stage.ask('clock');
    expect(words(oda.stage)).toHaveLength(1);
  });
});
