/** Writing before the meeting, over real sockets: when it ends, and where the words go. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { accepted } from '../support/voting-room.ts';
import { EarlyRoom, idOf, minute, write } from './early-room.ts';

let room: EarlyRoom;
beforeEach(async () => void (room = await EarlyRoom.open()));
afterEach(() => room.close());

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
    const ana = await room.arrive('Ana');
    await room.openEarly('wins');
    room.clock.advance(60 * minute - 1);
    await ana.stage.ask('clock');
    expect(isOver(ana)).toBe(false);
    room.clock.advance(1);
    for (const person of [room.live.mara, ana]) await person.stage.until(() => isOver(person));
    expect(ana.stage.state?.phase).toBe('lobby');
  });

  it('[EARLY-1] that fell due while the server was away is told when it is back, once', async () => {
    await room.openEarly('wins');
    await room.restartAfter(90 * minute);
    await room.live.mara.stage.connect();
    room.clock.advance(0);
    await room.live.mara.stage.until(() => isOver(room.live.mara));
    await room.restartAfter(minute);
    expect((await room.live.mara.stage.connect()).early).toBeNull();
    const stored = await room.server.around.store.loadRoom(room.live.room.id);
    const ends = stored?.events.filter(({ body }) => body.includes('"earlyClosed"'));
    expect(ends).toHaveLength(1);
  });

  it('is asked for by nobody but facilitators, and never in a meeting that runs', async () => {
    const ana = await room.arrive('Ana');
    const command = { type: 'openEarly' as const, segments: ['wins'], until: room.clock.now() + minute };
    expect(await ana.stage.command(command)).toEqual({ ok: false, code: 'not-yours-to-do' });
    await accepted(room.live.mara, { type: 'startMeeting' });
    expect(await room.live.mara.stage.command(command)).toEqual({ ok: false, code: 'wrong-moment' });
  });
});

describe('what was written early', () => {
  it('[EARLY-2] is on nobody’s board before the meeting gets there, then all that was added is at once', async () => {
    const [ana, bo, cy] = [await room.arrive('Ana'), await room.arrive('Bo'), await room.arrive('Cy')];
    await room.openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await write(bo, 'wins', 'Thanks, Cy', { released: true });
    await write(cy, 'wins', 'Still thinking');
    await room.enter('follow-up');
    await cy.stage.until(() => cy.stage.state?.current === 'follow-up');
    expect(onBoard(cy)).toEqual([]);
    expect(cy.boardDocument.received.map(String).join()).not.toContain(String(Buffer.from('Thanks, Bo')));
    await room.enter('wins');
    await cy.boardDocument.until(() => onBoard(cy).length > 0);
    expect(onBoard(cy)).toEqual(['Thanks, Bo', 'Thanks, Cy']);
    expect(onDesk(cy)).toEqual(['Still thinking']);
    await ana.deskDocument.until(() => onDesk(ana).length === 0);
    await ana.stage.until(() => ana.stage.state?.current === 'wins');
    cy.desk().releaseDraft(idOf('Still thinking'));
    await ana.boardDocument.until(() => onBoard(ana).includes('Still thinking'));
  });

  it('[EARLY-2] waits on while the board is locked, then all of it is on the board at once', async () => {
    const [ana, bo] = [await room.arrive('Ana'), await room.arrive('Bo')];
    await room.openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await write(bo, 'wins', 'Thanks, Ana', { released: true });
    await accepted(room.live.mara, { type: 'lockBoard', locked: true });
    await room.enter('wins');
    await ana.stage.until(() => ana.stage.state?.current === 'wins');
    await ana.stage.ask('clock');
    expect(onBoard(ana)).toEqual([]);
    await accepted(room.live.mara, { type: 'lockBoard', locked: false });
    await ana.boardDocument.until(() => onBoard(ana).length > 0);
    expect(onBoard(ana)).toEqual(['Thanks, Ana', 'Thanks, Bo']);
  });

  it('[EARLY-2] goes nowhere either where it was added after the window was closed', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('wins');
    await accepted(room.live.mara, { type: 'closeEarly' });
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await ana.stage.ask('clock');
    expect([onBoard(ana), onDesk(ana)]).toEqual([[], ['Thanks, Bo']]);
  });

  it('[NOTE-1] of a part that never was open for it goes to the board at once, as ever', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('gather');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await ana.boardDocument.until(() => onBoard(ana).length === 1);
  });

  it('[EARLY-4] without a connection while the time ran out comes to the desk later, and goes on as every draft', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('wins', 'gather');
    for (const document of [ana.deskDocument, ana.boardDocument]) document.cut();
    ana.write({ id: 'w', segment: 'wins', text: 'Thanks, Bo', released: true });
    ana.write({ id: 'g', segment: 'gather', text: 'Pagers at night', lens: 'oncall' });
    room.clock.advance(60 * minute);
    await ana.stage.until(() => isOver(ana));
    for (const document of [ana.deskDocument, ana.boardDocument]) await document.connect();
    await ana.deskDocument.saved();
    expect(onDesk(ana)).toEqual(['Thanks, Bo', 'Pagers at night']);
    await room.enter('wins');
    await ana.boardDocument.until(() => onBoard(ana).length === 1);
    await revealGathered();
    await ana.boardDocument.until(() => onBoard(ana).length === 2);
    expect(onBoard(ana)).toEqual(['Pagers at night', 'Thanks, Bo']);
  });

  it('[EARLY-4] is on the desk in a room that was closed before the meeting got there', async () => {
    const ana = await room.arrive('Ana');
    await room.openEarly('wins');
    await write(ana, 'wins', 'Thanks, Bo', { released: true });
    await accepted(room.live.mara, { type: 'closeRoom', anyway: true, why: 'Another day' });
    await ana.stage.until(() => ana.stage.state?.phase === 'closed');
    expect([onBoard(ana), onDesk(ana)]).toEqual([[], ['Thanks, Bo']]);
  });

  it('[NOTE-6] shows the lens its author chose only where three people have held it', async () => {
    const people = [await room.arrive('Ana'), await room.arrive('Bo'), await room.arrive('Cy')];
    await room.openEarly('gather');
    const [ana = room.live.mara] = people;
    await write(ana, 'gather', 'Keys in a chat', { lens: 'security' });
    await write(ana, 'gather', 'A slow search', { lens: 'user' });
    await accepted(room.live.mara, { type: 'setFacilitatorWrites', writes: false });
    await accepted(room.live.mara, { type: 'setRoundMode', segment: 'gather', mode: 'parallel' });
    await room.enter('gather');
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
    await room.enter('gather');
    await accepted(room.live.mara, { type: 'skipSegment' });
    await accepted(room.live.mara, { type: 'askReveal', segment: 'gather' });
    room.clock.advance(3_000);
  }
});
