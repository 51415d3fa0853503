/** How many have written before the meeting, over real sockets: what is told of it, when, and what not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { accepted } from '../support/voting-room.ts';
import { EarlyRoom, idOf, minute, write } from './early-room.ts';

let room: EarlyRoom;
beforeEach(async () => void (room = await EarlyRoom.open()));
afterEach(() => room.close());

describe('how many have written', () => {
  const counts = ({ stage }: HeadlessPerson) => stage.early.map(({ written, of }) => [written, of]);

  async function counted(): Promise<void> {
    await room.live.mara.stage.ask('clock');
    room.clock.advance(10_000);
    await room.live.mara.stage.ask('clock');
  }

  it('[EARLY-3] is told of each part that is open, as numbers', async () => {
    const ana = await room.arrive('Ana');
    await room.arrive('Bo');
    await room.openEarly('wins', 'gather');
    await write(ana, 'gather', 'Pagers at night', { lens: 'oncall' });
    await write(ana, 'gather', 'Runbooks missing', { lens: 'oncall' });
    await counted();
    expect(room.live.mara.stage.early).toEqual([
      { segment: 'wins', written: 0, of: 3 },
      { segment: 'gather', written: 1, of: 3 },
    ]);
    const watcher = await room.live.watch();
    await watcher.stage.connect();
    await watcher.stage.until(() => watcher.stage.early.length === 2);
    expect(watcher.stage.early).toEqual(room.live.mara.stage.early);
  });

  it('[EARLY-3] counts words, not drafts, and only of those who write', async () => {
    const ana = await room.arrive('Ana');
    await room.live.mara.open('desk');
    await room.openEarly('gather');
    await write(ana, 'gather', '   ');
    await write(room.live.mara, 'gather', 'I ask');
    await counted();
    expect(counts(ana)).toEqual([[1, 2]]);
  });

  it('[EARLY-3] leaves out facilitators who did not write when it was opened', async () => {
    const ana = await room.arrive('Ana');
    await accepted(room.live.mara, { type: 'setFacilitatorWrites', writes: false });
    await room.openEarly('gather');
    await write(ana, 'gather', 'Pagers at night');
    await counted();
    expect(counts(ana)).toEqual([[1, 1]]);
  });

  it.each([
    ['has written', 2],
    ['has not', 1],
  ])('T-92: [EARLY-3] is the same whatever role somebody gets who %s', async (_, written) => {
    const [ana, bo] = [await room.arrive('Ana'), await room.arrive('Bo')];
    await room.openEarly('gather');
    await write(bo, 'gather', 'Runbooks missing');
    if (written === 2) await write(ana, 'gather', 'Pagers at night');
    await counted();
    expect(counts(room.live.mara)).toEqual([[written, 3]]);
    const make = (role: 'facilitator' | 'participant') =>
      ({ type: 'setRole', seat: ana.seat, role }) as const;
    const facilitatorsWrite = (writes: boolean) => ({ type: 'setFacilitatorWrites', writes }) as const;
    for (const step of [
      make('facilitator'),
      facilitatorsWrite(false),
      make('participant'),
      make('facilitator'),
    ]) {
      await accepted(room.live.mara, step);
      await counted();
      expect(counts(room.live.mara), step.type).toEqual([[written, 3]]);
    }
    await room.restartAfter(minute);
    await room.live.mara.stage.connect();
    await room.live.mara.stage.until(() => counts(room.live.mara).length > 0);
    expect(counts(room.live.mara)).toEqual([[written, 3]]);
  });

  const expectPeople = (...names: readonly string[]) =>
    accepted(room.live.mara, { type: 'setExpected', people: names.map((name) => ({ name, reason: '' })) });

  it('[EARLY-3] is out of the people who are expected, and of everybody else who writes', async () => {
    await room.openEarly('gather');
    await expectPeople('Ana', 'Bo', 'Cy', 'Di');
    await counted();
    expect(counts(room.live.mara)).toEqual([[0, 5]]);
    await expectPeople('mara', 'Ana', 'Bo', 'Cy');
    await counted();
    expect(counts(room.live.mara)).toEqual([[0, 4]]);
  });

  it('[EARLY-3] reaches all of them where somebody expected came back with another browser', async () => {
    const people = [room.live.mara, await room.arrive('Ana'), await room.arrive('Bo')];
    await room.live.mara.open('desk');
    await room.arrive('ana');
    await expectPeople('Mara', 'Ana', 'Bo');
    await room.openEarly('gather');
    for (const person of people) await write(person, 'gather', `Words of seat ${people.indexOf(person)}`);
    await counted();
    expect(counts(room.live.mara)).toEqual([[3, 3]]);
  });

  it('T-84: [EARLY-3] grows alike for whoever writes under a colleague’s name, whether the colleague has or not', async () => {
    const [ana] = [await room.arrive('Ana'), await room.arrive('Bo'), await room.arrive('Cy')];
    const impostor = await room.arrive('Ana');
    await expectPeople('Ana');
    await room.openEarly('wins', 'gather');
    await write(ana, 'gather', 'Pagers at night');
    await counted();
    expect(counts(impostor)).toEqual([
      [0, 4],
      [1, 4],
    ]);
    for (const segment of ['wins', 'gather']) await write(impostor, segment, `Who is it, in ${segment}`);
    await counted();
    expect(counts(impostor)).toEqual([
      [1, 4],
      [2, 4],
    ]);
  });

  it('T-84: [EARLY-3] is counted at fixed moments alone, and whoever comes back sees no more than before', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('gather');
    await counted();
    await write(ana, 'gather', 'Pagers at night');
    room.clock.advance(9_999);
    await room.live.mara.stage.ask('clock');
    expect(counts(room.live.mara)).toEqual([[0, 2]]);
    room.live.mara.stage.disconnect();
    await room.live.mara.stage.connect();
    await room.live.mara.stage.ask('clock');
    expect(counts(room.live.mara)).toEqual([[0, 2]]);
    room.clock.advance(1);
    await room.live.mara.stage.until(() => counts(room.live.mara)[0]?.[0] === 1);
  });

  it('[EARLY-3] is counted once more when the window has ended, and then stays as it was told', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('gather');
    await counted();
    await write(ana, 'gather', 'Pagers at night');
    await accepted(room.live.mara, { type: 'closeEarly' });
    await counted();
    expect(counts(room.live.mara)).toEqual([[1, 2]]);
    ana.write({ id: idOf('Pagers at night'), segment: 'gather', text: '' });
    await ana.deskDocument.saved();
    await counted();
    await accepted(room.live.mara, {
      type: 'openEarly',
      segments: ['wins'],
      until: room.clock.now() + minute,
    });
    await counted();
    expect(room.live.mara.stage.early).toEqual([
      { segment: 'gather', written: 1, of: 2 },
      { segment: 'wins', written: 0, of: 2 },
    ]);
  });

  it('[EARLY-3] is told again after a restart, of parts that the meeting has not been in', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('gather');
    await write(ana, 'gather', 'Pagers at night');
    await accepted(room.live.mara, { type: 'closeEarly' });
    await room.restartAfter(minute);
    await room.live.mara.stage.connect();
    await room.live.mara.stage.until(() => counts(room.live.mara).length > 0);
    expect(counts(room.live.mara)).toEqual([[1, 2]]);
  });
});
