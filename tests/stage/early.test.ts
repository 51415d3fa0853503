/** Writing before the meeting, over real sockets: when it ends, what is told meanwhile, and where the words go. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';
import { accepted } from '../support/voting-room.ts';

const minute = 60_000;
let server: OwnServer;
let clock: HandClock;
let live: LiveRoom;
let data: string;

beforeEach(async () => {
  data = join(temporaryDirectory(), 'data');
  clock = new HandClock();
  await start();
  live = await openLiveRoomOn(server);
  await live.mara.stage.connect();
});

afterEach(async () => {
  await live.close();
  await server.close();
});

async function start(port?: number): Promise<void> {
  const samePort = port === undefined ? {} : { HEARTH_PORT: String(port) };
  const env = { ...noRates, ...samePort, HEARTH_DATA: data, HEARTH_COMMANDS_PER_SECOND: '0' };
  server = await startOwnServer({ env, around: { clock } });
}

async function restartAfter(ms: number): Promise<void> {
  await server.stop();
  clock = new HandClock(clock.now() + ms);
  await start(server.port);
}

function openEarly(...segments: readonly string[]): Promise<void> {
  return accepted(live.mara, {
    type: 'openEarly',
    segments: [...segments],
    until: clock.now() + 60 * minute,
  });
}

async function arrive(name: string): Promise<HeadlessPerson> {
  const person = await live.join(name);
  await person.open('desk');
  await person.open('board');
  await person.stage.connect();
  return person;
}

async function write(
  person: HeadlessPerson,
  segment: string,
  text: string,
  more: { readonly released?: boolean; readonly lens?: string } = {},
): Promise<void> {
  person.write({ id: idOf(text), segment, text, ...more });
  await person.deskDocument.saved();
}

const idOf = (text: string) => `draft-${text.replaceAll(/\W/g, '').toLowerCase()}`;

async function enter(segment: string): Promise<void> {
  const { stage } = live.mara;
  if (stage.state?.phase === 'lobby') await accepted(live.mara, { type: 'startMeeting' });
  while (stage.state?.current !== segment) await accepted(live.mara, { type: 'skipSegment' });
}

const isOver = ({ stage }: HeadlessPerson) => stage.state?.early === null;
const onDesk = (person: HeadlessPerson) =>
  person
    .desk()
    .readDrafts()
    .filter(({ published }) => published === null)
    .map(({ text }) => text);
const onBoard = (person: HeadlessPerson) =>
  person
    .board()
    .readNotes()
    .map(({ text }) => text)
    .sort();

describe('the end of writing early', () => {
  it('[EARLY-1] comes by itself, for everybody at once', async () => {
    const ana = await arrive('Ana');
    await openEarly('wins');
    clock.advance(60 * minute - 1);
    await ana.stage.ask('clock');
    expect(isOver(ana)).toBe(false);
    clock.advance(1);
    for (const person of [live.mara, ana]) await person.stage.until(() => isOver(person));
    expect(ana.stage.state?.phase).toBe('lobby');
  });

  it('[EARLY-1] that fell due while the server was away is told when it is back, once', async () => {
    await openEarly('wins');
    await restartAfter(90 * minute);
    await live.mara.stage.connect();
    clock.advance(0);
    await live.mara.stage.until(() => isOver(live.mara));
    await restartAfter(minute);
    expect((await live.mara.stage.connect()).early).toBeNull();
    const stored = await server.around.store.loadRoom(live.room.id);
    const ends = stored?.events.filter(({ body }) => body.includes('"earlyClosed"'));
    expect(ends).toHaveLength(1);
  });

  it('is asked for by nobody but facilitators, and never in a meeting that runs', async () => {
    const ana = await arrive('Ana');
    const command = { type: 'openEarly' as const, segments: ['wins'], until: clock.now() + minute };
    expect(await ana.stage.command(command)).toEqual({ ok: false, code: 'not-yours-to-do' });
    await accepted(live.mara, { type: 'startMeeting' });
    expect(await live.mara.stage.command(command)).toEqual({ ok: false, code: 'wrong-moment' });
  });
});

describe('what was written early', () => {
  it('[EARLY-2] is on nobody’s board before the meeting gets there, then all that was added is at once', async () => {
    const [ana, bo, cy] = [await arrive('Ana'), await arrive('Bo'), await arrive('Cy')];
    await openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await write(bo, 'wins', 'Thanks, Cy', { released: true });
    await write(cy, 'wins', 'Still thinking');
    await enter('follow-up');
    await cy.stage.until(() => cy.stage.state?.current === 'follow-up');
    expect(onBoard(cy)).toEqual([]);
    expect(cy.boardDocument.received.map(String).join()).not.toContain(String(Buffer.from('Thanks, Bo')));
    await enter('wins');
    await cy.boardDocument.until(() => onBoard(cy).length > 0);
    expect(onBoard(cy)).toEqual(['Thanks, Bo', 'Thanks, Cy']);
    expect(onDesk(cy)).toEqual(['Still thinking']);
    await ana.deskDocument.until(() => onDesk(ana).length === 0);
    await ana.stage.until(() => ana.stage.state?.current === 'wins');
    cy.desk().releaseDraft(idOf('Still thinking'));
    await ana.boardDocument.until(() => onBoard(ana).includes('Still thinking'));
  });

  it('[EARLY-2] waits on while the board is locked, then all of it is on the board at once', async () => {
    const [ana, bo] = [await arrive('Ana'), await arrive('Bo')];
    await openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await write(bo, 'wins', 'Thanks, Ana', { released: true });
    await accepted(live.mara, { type: 'lockBoard', locked: true });
    await enter('wins');
    await ana.stage.until(() => ana.stage.state?.current === 'wins');
    await ana.stage.ask('clock');
    expect(onBoard(ana)).toEqual([]);
    await accepted(live.mara, { type: 'lockBoard', locked: false });
    await ana.boardDocument.until(() => onBoard(ana).length > 0);
    expect(onBoard(ana)).toEqual(['Thanks, Ana', 'Thanks, Bo']);
  });

  it('[EARLY-2] goes nowhere either where it was added after the window was closed', async () => {
    const ana = await arrive('Ana');
    await openEarly('wins');
    await accepted(live.mara, { type: 'closeEarly' });
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await ana.stage.ask('clock');
    expect([onBoard(ana), onDesk(ana)]).toEqual([[], ['Thanks, Bo']]);
  });

  it('[NOTE-1] of a part that never was open for it goes to the board at once, as ever', async () => {
    const ana = await arrive('Ana');
    await openEarly('gather');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await ana.boardDocument.until(() => onBoard(ana).length === 1);
  });

  it('[EARLY-4] without a connection while the time ran out comes to the desk later, and goes on as every draft', async () => {
    const ana = await arrive('Ana');
    await openEarly('wins', 'gather');
    for (const document of [ana.deskDocument, ana.boardDocument]) document.cut();
    ana.write({ id: 'w', segment: 'wins', text: 'Thanks, Bo', released: true });
    ana.write({ id: 'g', segment: 'gather', text: 'Pagers at night', lens: 'oncall' });
    clock.advance(60 * minute);
    await ana.stage.until(() => isOver(ana));
    for (const document of [ana.deskDocument, ana.boardDocument]) await document.connect();
    await ana.deskDocument.saved();
    expect(onDesk(ana)).toEqual(['Thanks, Bo', 'Pagers at night']);
    await enter('wins');
    await ana.boardDocument.until(() => onBoard(ana).length === 1);
    await revealGathered();
    await ana.boardDocument.until(() => onBoard(ana).length === 2);
    expect(onBoard(ana)).toEqual(['Pagers at night', 'Thanks, Bo']);
  });

  it('[EARLY-4] is on the desk in a room that was closed before the meeting got there', async () => {
    const ana = await arrive('Ana');
    await openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await accepted(live.mara, { type: 'closeRoom', anyway: true, why: 'Another day' });
    await ana.stage.until(() => ana.stage.state?.phase === 'closed');
    expect([onBoard(ana), onDesk(ana)]).toEqual([[], ['Thanks, Bo']]);
  });

  it('[NOTE-6] shows the lens its author chose only where three people have held it', async () => {
    const people = [await arrive('Ana'), await arrive('Bo'), await arrive('Cy')];
    await openEarly('gather');
    const [ana = live.mara] = people;
    await write(ana, 'gather', 'Keys in a chat', { lens: 'security' });
    await write(ana, 'gather', 'A slow search', { lens: 'user' });
    await accepted(live.mara, { type: 'setFacilitatorWrites', writes: false });
    await accepted(live.mara, { type: 'setRoundMode', segment: 'gather', mode: 'parallel' });
    await enter('gather');
    await revealGathered();
    await ana.boardDocument.until(() => onBoard(ana).length === 2);
    const lenses = ana
      .board()
      .readNotes()
      .map(({ text, lens }) => [text, lens]);
    expect(Object.fromEntries(lenses)).toEqual({ 'Keys in a chat': '', 'A slow search': 'user' });
  });

  /** After its first round, in which everybody took the lens of the user: the rest of them was held by nobody. */
  async function revealGathered(): Promise<void> {
    await enter('gather');
    await accepted(live.mara, { type: 'skipSegment' });
    await accepted(live.mara, { type: 'askReveal', segment: 'gather' });
    clock.advance(3_000);
  }
});

describe('how many have written', () => {
  const counts = ({ stage }: HeadlessPerson) => stage.early.map(({ written, of }) => [written, of]);

  async function counted(): Promise<void> {
    await live.mara.stage.ask('clock');
    clock.advance(10_000);
    await live.mara.stage.ask('clock');
  }

  it('[EARLY-3] is told of each part that is open, as numbers', async () => {
    const ana = await arrive('Ana');
    await arrive('Bo');
    await openEarly('wins', 'gather');
    await write(ana, 'gather', 'Pagers at night', { lens: 'oncall' });
    await write(ana, 'gather', 'Runbooks missing', { lens: 'oncall' });
    await counted();
    expect(live.mara.stage.early).toEqual([
      { segment: 'wins', written: 0, of: 3 },
      { segment: 'gather', written: 1, of: 3 },
    ]);
    const watcher = await live.watch();
    await watcher.stage.connect();
    await watcher.stage.until(() => watcher.stage.early.length === 2);
    expect(watcher.stage.early).toEqual(live.mara.stage.early);
  });

  it('[EARLY-3] counts words, not drafts, and only of those who write', async () => {
    const ana = await arrive('Ana');
    await live.mara.open('desk');
    await openEarly('gather');
    await write(ana, 'gather', '   ');
    await write(live.mara, 'gather', 'I ask');
    await counted();
    expect(counts(ana)).toEqual([[1, 2]]);
  });

  it('[EARLY-3] leaves out facilitators who did not write when it was opened', async () => {
    const ana = await arrive('Ana');
    await accepted(live.mara, { type: 'setFacilitatorWrites', writes: false });
    await openEarly('gather');
    await write(ana, 'gather', 'Pagers at night');
    await counted();
    expect(counts(ana)).toEqual([[1, 1]]);
  });

  it.each([
    ['has written', 2],
    ['has not', 1],
  ])('T-92: [EARLY-3] is the same whatever role somebody gets who %s', async (_, written) => {
    const [ana, bo] = [await arrive('Ana'), await arrive('Bo')];
    await openEarly('gather');
    await write(bo, 'gather', 'Runbooks missing');
    if (written === 2) await write(ana, 'gather', 'Pagers at night');
    await counted();
    expect(counts(live.mara)).toEqual([[written, 3]]);
    const make = (role: 'facilitator' | 'participant') =>
      ({ type: 'setRole', seat: ana.seat, role }) as const;
    const facilitatorsWrite = (writes: boolean) => ({ type: 'setFacilitatorWrites', writes }) as const;
    for (const step of [
      make('facilitator'),
      facilitatorsWrite(false),
      make('participant'),
      make('facilitator'),
    ]) {
      await accepted(live.mara, step);
      await counted();
      expect(counts(live.mara), step.type).toEqual([[written, 3]]);
    }
    await restartAfter(minute);
    await live.mara.stage.connect();
    await live.mara.stage.until(() => counts(live.mara).length > 0);
    expect(counts(live.mara)).toEqual([[written, 3]]);
  });

  const expectPeople = (...names: readonly string[]) =>
    accepted(live.mara, { type: 'setExpected', people: names.map((name) => ({ name, reason: '' })) });

  it('[EARLY-3] is out of the people who are expected, and of everybody else who writes', async () => {
    await openEarly('gather');
    await expectPeople('Ana', 'Bo', 'Cy', 'Di');
    await counted();
    expect(counts(live.mara)).toEqual([[0, 5]]);
    await expectPeople('mara', 'Ana', 'Bo', 'Cy');
    await counted();
    expect(counts(live.mara)).toEqual([[0, 4]]);
  });

  it('[EARLY-3] reaches all of them where somebody expected came back with another browser', async () => {
    const people = [live.mara, await arrive('Ana'), await arrive('Bo')];
    await live.mara.open('desk');
    await arrive('ana');
    await expectPeople('Mara', 'Ana', 'Bo');
    await openEarly('gather');
    for (const person of people) await write(person, 'gather', `Words of seat ${people.indexOf(person)}`);
    await counted();
    expect(counts(live.mara)).toEqual([[3, 3]]);
  });

  it('T-84: [EARLY-3] grows alike for whoever writes under a colleague’s name, whether the colleague has or not', async () => {
    const [ana] = [await arrive('Ana'), await arrive('Bo'), await arrive('Cy')];
    const impostor = await arrive('Ana');
    await expectPeople('Ana');
    await openEarly('wins', 'gather');
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
    const ana = await arrive('Ana');
    await openEarly('gather');
    await counted();
    await write(ana, 'gather', 'Pagers at night');
    clock.advance(9_999);
    await live.mara.stage.ask('clock');
    expect(counts(live.mara)).toEqual([[0, 2]]);
    live.mara.stage.disconnect();
    await live.mara.stage.connect();
    await live.mara.stage.ask('clock');
    expect(counts(live.mara)).toEqual([[0, 2]]);
    clock.advance(1);
    await live.mara.stage.until(() => counts(live.mara)[0]?.[0] === 1);
  });

  it('[EARLY-3] is counted once more when the window has ended, and then stays as it was told', async () => {
    const ana = await arrive('Ana');
    await openEarly('gather');
    await counted();
    await write(ana, 'gather', 'Pagers at night');
    await accepted(live.mara, { type: 'closeEarly' });
    await counted();
    expect(counts(live.mara)).toEqual([[1, 2]]);
    ana.write({ id: idOf('Pagers at night'), segment: 'gather', text: '' });
    await ana.deskDocument.saved();
    await counted();
    await accepted(live.mara, { type: 'openEarly', segments: ['wins'], until: clock.now() + minute });
    await counted();
    expect(live.mara.stage.early).toEqual([
      { segment: 'gather', written: 1, of: 2 },
      { segment: 'wins', written: 0, of: 2 },
    ]);
  });

  it('[EARLY-3] is told again after a restart, of parts that the meeting has not been in', async () => {
    const ana = await arrive('Ana');
    await openEarly('gather');
    await write(ana, 'gather', 'Pagers at night');
    await accepted(live.mara, { type: 'closeEarly' });
    await restartAfter(minute);
    await live.mara.stage.connect();
    await live.mara.stage.until(() => counts(live.mara).length > 0);
    expect(counts(live.mara)).toEqual([[1, 2]]);
  });
});
