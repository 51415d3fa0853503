/** Hostile and hasty people at the stage sockets of a real server. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command, CommandAck } from '../../src/protocol/commands.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { startOwnServer, startServerProcess, type OwnServer } from '../support/server.ts';

const freely = { HEARTH_ROOMS_PER_HOUR: '0', HEARTH_COMMANDS_PER_SECOND: '0' };

let server: OwnServer;
let room: HeadlessRoom;
let fay: HeadlessPerson;
let gil: HeadlessPerson;
let ada: HeadlessPerson;
let wall: HeadlessPerson;

beforeAll(async () => {
  server = await startOwnServer({ env: freely });
});
afterAll(() => server.close());

beforeEach(async () => {
  room = await openRoom(server.origin);
  fay = room.facilitator;
  gil = await join(server.origin, room.links.facilitator, 'Gil');
  ada = await join(server.origin, room.links.participant, 'Ada');
  wall = await join(server.origin, room.links.observer, '');
  const everybody = [fay, gil, ada, wall];
  for (const person of everybody) await person.stage.connect();
  const seats = everybody.length;
  for (const { stage } of everybody)
    await stage.until(() => Object.keys(stage.state?.seats ?? {}).length === seats);
  return () => {
    for (const person of everybody) person.leave();
  };
});

const start: Command = { type: 'startMeeting' };
const next: Command = { type: 'goNext' };
const revOf = ({ stage }: HeadlessPerson) => stage.state?.rev ?? -1;
const refused = (code: string) => ({ ok: false, code });
const stored = async (id: string) => (await server.around.store.loadRoom(id))?.events.length;

describe('T-42 a command', () => {
  const all: readonly Command[] = [
    start,
    { type: 'pauseClock' },
    { type: 'resumeClock' },
    { type: 'extendTime', minutes: 5 },
    next,
    { type: 'goBack' },
    { type: 'repeatSegment' },
    { type: 'skipSegment' },
    { type: 'setRoundMode', segment: 'gather', mode: 'parallel' },
    { type: 'setFacilitatorWrites', writes: false },
    { type: 'askReveal', segment: 'gather' },
    { type: 'cancelReveal', segment: 'gather' },
    { type: 'bringEveryone' },
    { type: 'closeRoom', anyway: true },
  ];

  it.each(all)('$type is not a participant’s to give, nor an observer’s', async (command) => {
    const before = await stored(room.id);
    expect(await ada.stage.command(command)).toEqual(refused('not-yours-to-do'));
    expect(await wall.stage.command(command)).toEqual(refused('not-yours-to-do'));
    expect(await stored(room.id)).toBe(before);
  });

  it('is a facilitator’s: the same one works for Fay', async () => {
    expect(await fay.stage.command(start)).toMatchObject({ ok: true });
    await ada.stage.until(() => ada.stage.state?.phase === 'running');
  });

  it('cannot be given through a connection that only watches', async () => {
    const watching = new HeadlessStage(server.origin, room.id, fay.cookie, { as: 'observer' });
    await watching.connect();
    expect(await watching.command(start)).toEqual(refused('not-yours-to-do'));
    watching.disconnect();
  });

  it('reaches the room of its connection, whatever room, seat or role it names', async () => {
    const other = await openRoom(server.origin);
    await other.facilitator.stage.connect();
    const claims = { room: room.id, seat: fay.seat, role: 'facilitator' };
    const ack = await other.facilitator.stage.raw({
      cmdId: 'claim1',
      ...claims,
      command: { ...start, ...claims },
    });
    expect(ack).toMatchObject({ ok: true });
    expect(await ada.stage.raw({ cmdId: 'claim2', ...claims, command: { ...start, ...claims } })).toEqual(
      refused('not-yours-to-do'),
    );
    expect(fay.stage.state?.phase).toBe('lobby');
    other.facilitator.leave();
  });

  it('has no connection to another room: a seat there does not count here', async () => {
    const other = await openRoom(server.origin);
    for (const id of [room.id, 'nowhere']) {
      const stranger = new HeadlessStage(server.origin, id, other.facilitator.cookie);
      await expect(stranger.connect()).rejects.toThrow('no-seat');
    }
  });
});

describe('T-43 a command again', () => {
  it('gets its first answer and happens once, however often it comes at the same time', async () => {
    await fay.stage.command(start);
    const before = await stored(room.id);
    const first = fay.stage.command({ type: 'bringEveryone' }, { cmdId: 'again' });
    const others = Array.from({ length: 20 }, () =>
      fay.stage.command({ type: 'bringEveryone' }, { cmdId: 'again' }),
    );
    const acks = await Promise.all([first, ...others]);
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect(acks[0]).toMatchObject({ ok: true });
    expect(await stored(room.id)).toBe((before ?? 0) + 1);
  });

  it('is another command when another seat sends it', async () => {
    await fay.stage.command(start, { cmdId: 'same' });
    expect(await gil.stage.command(next, { cmdId: 'same' })).toMatchObject({ ok: true });
    expect(await ada.stage.command(next, { cmdId: 'same' })).toEqual(refused('not-yours-to-do'));
  });

  it('with a revision that has passed is refused, and with the present one it is done', async () => {
    const old = revOf(fay);
    await fay.stage.command(start, { expectedRev: old });
    expect(await fay.stage.command(next, { expectedRev: old })).toEqual(refused('conflict'));
    expect(await fay.stage.command(next, { expectedRev: revOf(fay) })).toMatchObject({ ok: true });
  });

  it('out of order does nothing: no reveal before the start, none after closing', async () => {
    const reveal: Command = { type: 'askReveal', segment: 'gather' };
    expect(await fay.stage.command(reveal)).toMatchObject({ ok: false });
    await fay.stage.command(start);
    await fay.stage.command({ type: 'closeRoom', anyway: true });
    const before = await stored(room.id);
    expect(await fay.stage.command(reveal)).toEqual(refused('room-closed'));
    expect(await fay.stage.command(start)).toEqual(refused('room-closed'));
    expect(await stored(room.id)).toBe(before);
  });

  it('gets its first answer also from a server that was killed in between', async () => {
    const process = await startServerProcess({ env: freely });
    try {
      const { facilitator } = await openRoom(process.origin);
      await facilitator.stage.connect();
      const ack = await facilitator.stage.command(start, { cmdId: 'once' });
      const { rev } = facilitator.stage.state ?? {};
      await process.kill();
      await process.start();
      await facilitator.stage.connect();
      expect(await facilitator.stage.command(start, { cmdId: 'once' })).toEqual(ack);
      expect(facilitator.stage.state?.rev).toBe(rev);
      facilitator.leave();
    } finally {
      await process.close();
    }
  });
});

describe('T-44 two facilitators', () => {
  it('who command against each other in one moment are served one after the other', async () => {
    await fay.stage.command(start);
    await fay.stage.command(next);
    for (let round = 0; round < 10; round++) {
      const expectedRev = revOf(fay);
      await gil.stage.until(() => revOf(gil) === expectedRev);
      const acks = await Promise.all([
        fay.stage.command({ type: round % 2 ? 'goBack' : 'goNext' }, { expectedRev }),
        gil.stage.command({ type: round % 2 ? 'repeatSegment' : 'goBack' }, { expectedRev }),
      ]);
      expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
      expect(acks.filter(({ ok }) => !ok)).toEqual([refused('conflict')]);
      const rev = Math.max(...acks.map((ack: CommandAck) => (ack.ok ? ack.rev : 0)));
      for (const person of [fay, gil, ada]) await person.stage.until(() => revOf(person) === rev);
      expect(gil.stage.state).toEqual(fay.stage.state);
      expect(ada.stage.state).toEqual(fay.stage.state);
    }
  });
});

describe('T-41 the socket itself', () => {
  it.each(['hasOwnProperty', '__proto__', 'constructor', 'a\u0000b', 'stage', 'events', 'goodbye'])(
    'an event called %j does nothing',
    async (event) => {
      const before = ada.stage.received.length;
      ada.stage.send(event, { rev: 99, state: null });
      await ada.stage.ask('clock');
      const heard = ada.stage.received.slice(before).filter((message) => !message.startsWith('["presence"'));
      expect(heard).toEqual([]);
      expect(await fay.stage.command(start)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', [start]],
    ['no command', { cmdId: 'a' }],
    ['an unknown command', { cmdId: 'a', command: { type: 'toString' } }],
    ['a cmdId that is no id', { cmdId: '../etc', command: start }],
    ['minutes that were not offered', { cmdId: 'a', command: { type: 'extendTime', minutes: 1e308 } }],
    ['a revision that is none', { cmdId: 'a', expectedRev: -1, command: start }],
  ])('%s is no command', async (_what, frame) => {
    expect(await fay.stage.raw(frame)).toEqual(refused('bad-input'));
    expect(fay.stage.state?.phase).toBe('lobby');
  });

  it('a message above the limit costs only the connection that sent it', async () => {
    const gone = new Promise<void>((resolve) => ada.stage.onDisconnect(resolve));
    ada.stage.send('ready', 'x'.repeat(64 * 1024));
    await gone;
    expect(await fay.stage.command(start)).toMatchObject({ ok: true });
  });
});
