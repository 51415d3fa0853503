/** What is told of people at the door: to facilitators who they are, to everybody else once they are in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let live: LiveRoom;
let ana: HeadlessPerson;
let wall: HeadlessPerson;
beforeEach(async () => {
  live = await openLiveRoom({ env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  wall = await live.watch();
  for (const person of [live.mara, ana, wall]) await person.stage.connect();
  await live.mara.stage.command({ type: 'setDoor', door: 'ask' });
});
afterEach(() => live.close());

const nameOf = (of: HeadlessPerson, by: HeadlessPerson) => by.stage.state?.seats[of.seat]?.name;
const answer = (person: HeadlessPerson, admit: boolean) =>
  live.mara.stage.command({ type: 'answerKnock', seat: person.seat, admit });
const rename = (person: HeadlessPerson, name: string) =>
  person.request('POST', '/seats', { secret: live.room.links.participant.split('#')[1], name });

describe('the name of somebody at the door', () => {
  it('[DOOR-6] T-90: is told to facilitators, and no byte of it to anybody else, also when they come later', async () => {
    const eve = await live.join('Evelyn');
    await rename(eve, 'Evangeline');
    await live.mara.stage.until(() => nameOf(eve, live.mara) === 'Evangeline');
    const ben = await live.cofacilitate('Ben');
    await ben.stage.connect();
    expect(nameOf(eve, ben)).toBe('Evangeline');
    for (const person of [ana, wall]) {
      await person.stage.until(() => nameOf(eve, person) === '');
      person.stage.disconnect();
      await person.stage.connect();
    }
    await answer(eve, false);
    for (const person of [ana, wall]) {
      await person.stage.until(() => nameOf(eve, person) === undefined);
      expect(person.stage.received.join()).not.toMatch(/Evelyn|Evangeline/);
    }
  });

  it.each([
    ['let in by a facilitator', (eve: HeadlessPerson) => answer(eve, true)],
    ['let in by an open door', () => live.mara.stage.command({ type: 'setDoor', door: 'open' })],
    [
      'in by the link of facilitators',
      (eve: HeadlessPerson) =>
        eve.request('POST', '/seats', { secret: live.room.links.facilitator.split('#')[1] }),
    ],
  ])('[DOOR-6] is told to everybody once they are %s', async (_, enter) => {
    const eve = await live.join('Evelyn');
    await enter(eve);
    for (const person of [live.mara, ana, wall])
      await person.stage.until(() => nameOf(eve, person) === 'Evelyn');
  });

  it('[DOOR-6] is told to whoever is made a facilitator, and taken from whoever is one no more', async () => {
    const eve = await live.join('Evelyn');
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'facilitator' });
    await ana.stage.until(() => nameOf(eve, ana) === 'Evelyn');
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'participant' });
    await ana.stage.until(() => nameOf(eve, ana) === '');
  });
});

describe('whoever is let in while a round runs', () => {
  it('holds a lens as soon as they are there', async () => {
    const eve = await live.join('Evelyn');
    await live.mara.stage.command({ type: 'startMeeting' });
    while (live.mara.stage.state?.current !== 'gather') await live.mara.stage.command({ type: 'goNext' });
    const held = () => live.mara.stage.state?.gathers['gather']?.rounds.at(-1)?.held ?? {};
    await answer(eve, true);
    expect(held()).not.toHaveProperty(eve.seat);
    await eve.stage.connect();
    await live.mara.stage.until(() => eve.seat in held());
  });
});
