/** Hostile people at the document sockets of a real server. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { heartbeatFrame } from '../../src/protocol/sync.ts';
import type { HeadlessDocument } from '../support/headless-document.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { upgradeHead } from '../support/raw-exchange.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

vi.setConfig({ testTimeout: 20_000 });

let server: OwnServer;
let room: HeadlessRoom;
let ada: HeadlessPerson;
let bob: HeadlessPerson;
let wall: HeadlessPerson;

beforeAll(async () => {
  server = await startOwnServer();
  room = await openRoom(server.origin);
  ada = await join(server.origin, room.links.participant, 'Ada');
  bob = await join(server.origin, room.links.participant, 'Bob');
  wall = await join(server.origin, room.links.observer, '');
  await Promise.all([ada.open('board'), ada.open('desk'), bob.open('board'), bob.open('desk')]);
});
afterAll(async () => {
  for (const person of [ada, bob, wall]) person.leave();
  await server.close();
});

interface Farewell {
  readonly code: number;
  readonly reason: string;
  readonly received: number;
}

/** Opens a path with the cookie, says hello as a client does, and waits until the server hangs up or answers. */
async function farewellOf(path: string, cookie: string): Promise<Farewell> {
  const socket = new WebSocket(server.origin.replace('http', 'ws') + path, {
    headers: { cookie, origin: server.origin },
  });
  let received = 0;
  socket.on('message', () => {
    received++;
    socket.close();
  });
  socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { code, reason: reason.toString(), received };
}

const storedDocuments = async () =>
  (await server.around.store.loadRoom(room.id))?.documents.map(({ key }) => key).sort();

const decisionsOf = (person: HeadlessPerson) =>
  person
    .board()
    .readDecisions()
    .map(({ id }) => id);

/** Of awareness this person has heard nothing but what the server sends to keep stock clients connected. */
function onlyHeartbeats(person: HeadlessPerson): boolean {
  const aware = person.boardDocument.received.filter(([on]) => on === 1);
  return aware.every((frame) => Buffer.from(frame).equals(heartbeatFrame));
}

/** Bob edits and Ada has it: the board works, and everything sent before has been dealt with. */
async function boardStillWorks(): Promise<void> {
  const id = `d${bob.board().readDecisions().length}`;
  bob.board().addDecision(id, 'still here');
  await bob.boardDocument.saved();
  await ada.boardDocument.until(() => decisionsOf(ada).includes(id));
}

/** A second board connection of Bob, so that what happens to it leaves the first one alone. */
async function bobsOtherTab(): Promise<HeadlessDocument> {
  const other = await join(server.origin, room.links.participant, `Bob ${Math.random()}`);
  return other.open('board');
}

describe('T-01 a document that does not exist', () => {
  it.each(['stage', 'ballot', 'Board', 'board/', 'board%00', 'boards', '..%2fboard', '%62oard'])(
    '%s is not found for good, and nothing is made',
    async (name) => {
      const before = await storedDocuments();
      const farewell = await farewellOf(`/sync/${room.id}/${name}`, ada.cookie);
      expect(farewell).toEqual({ code: 4404, reason: 'not-found', received: 0 });
      expect(await storedDocuments()).toEqual(before);
    },
  );

  it('differs from one that does: the board answers', async () => {
    expect(ada.boardDocument.isOpen).toBe(true);
    await boardStillWorks();
  });
});

describe('T-02 an observer', () => {
  it('reads the board and is cut off for writing to it, and nobody gets what it wrote', async () => {
    const board = await wall.open('board');
    expect(wall.board().readDecisions()).toEqual(bob.board().readDecisions());
    wall.board().addDecision('forged', 'by the wall');
    await board.until(() => board.closeCode !== null);
    expect(board.closeCode).toBe(4403);
    await boardStillWorks();
    expect(decisionsOf(ada)).not.toContain('forged');
  });

  it('does not turn up by awareness, and is left in peace for it', async () => {
    const other = await join(server.origin, room.links.observer, '');
    const board = await other.open('board');
    board.sendRaw(Uint8Array.of(1, 9, 1, 1, 255, 1, 4, 110, 117, 108, 108));
    await boardStillWorks();
    expect(board.isOpen).toBe(true);
    expect(onlyHeartbeats(ada)).toBe(true);
    other.leave();
  });

  it('has no desk', async () => {
    expect(await farewellOf(`/sync/${room.id}/desk`, wall.cookie)).toMatchObject({ code: 4404, received: 0 });
  });
});

describe('T-03 somebody else’s desk', () => {
  it('cannot be named, however it is spelled', async () => {
    const unknown = await farewellOf(`/sync/${room.id}/nothing`, bob.cookie);
    for (const name of [
      `desk:${ada.seat}`,
      `desk%3A${ada.seat}`,
      `Desk:${ada.seat}`,
      `desk/${ada.seat}`,
      `desk:${ada.seat}%00`,
      `desk%00${ada.seat}`,
      `desk;${ada.seat}`,
    ]) {
      expect(await farewellOf(`/sync/${room.id}/${name}`, bob.cookie)).toEqual(unknown);
    }
  });

  it('is not reached by saying so in the query either', async () => {
    ada.write({ id: 'secret', segment: 'gather', lens: 'user', text: 'only for Ada to see' });
    await ada.deskDocument.saved();
    const again = await join(server.origin, room.links.participant, 'Cleo');
    const desk = await again.open('desk');
    await desk.until(() => desk.received.length > 0);
    const heard = [...bob.deskDocument.received, ...desk.received].map((frame) =>
      Buffer.from(frame).toString('latin1'),
    );
    expect(heard.filter((frame) => frame.includes('only for Ada'))).toEqual([]);
    again.leave();
  });
});

describe('T-10 what is no frame', () => {
  it.each([
    ['text, though its bytes would be a good frame', '\0\0\u0001\0'],
    ['an empty message', new Uint8Array()],
    ['a channel that does not exist', Uint8Array.of(9, 0)],
    ['a step that does not exist', Uint8Array.of(0, 7, 0)],
    ['a length without its bytes', Uint8Array.of(0, 2, 200, 1)],
  ])('%s closes the connection with 1003', async (_what, frame) => {
    const tab = await bobsOtherTab();
    tab.sendRaw(frame);
    await tab.until(() => tab.closeCode !== null);
    expect(tab.closeCode).toBe(1003);
    await boardStillWorks();
  });

  it.each([
    ['an unmasked frame', [0x82, 0x01, 0x00]],
    ['reserved bits', [0xf2, 0x81, 0, 0, 0, 0, 0]],
    ['an opcode that does not exist', [0x83, 0x80, 0, 0, 0, 0]],
  ])('%s closes the connection with 1002', async (_what, bytes) => {
    expect(await closeAfter(bytes)).toBe(1002);
    await boardStillWorks();
  });
});

/** The code in the close frame that answers these bytes, sent after a handshake made by hand. */
async function closeAfter(bytes: readonly number[]): Promise<number | undefined> {
  const socket = connect(server.port, '127.0.0.1');
  const headers = { Host: `127.0.0.1:${server.port}`, Origin: server.origin, Cookie: bob.cookie };
  socket.write(upgradeHead(`/sync/${room.id}/board`, headers));
  const heard: Buffer[] = [];
  socket.on('data', (data: Buffer) => {
    if (heard.push(data) === 1) socket.write(Uint8Array.from(bytes));
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  const all = Buffer.concat(heard);
  const close = all.lastIndexOf(0x88);
  return close < 0 ? undefined : all.readUInt16BE(close + 2);
}

describe('T-14 and T-15 what is too much', () => {
  it('a frame above the limit is not kept until it is complete', async () => {
    const tab = await bobsOtherTab();
    tab.sendRaw(new Uint8Array(1024 * 1024 + 1));
    await tab.until(() => tab.closeCode !== null);
    expect(tab.closeCode).toBe(1009);
    await boardStillWorks();
  });

  it('a message in very many pieces is not put together', async () => {
    const headers = { cookie: bob.cookie, origin: server.origin };
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${room.id}/board`, { headers });
    await once(socket, 'open');
    for (let piece = 0; piece < 200; piece++) socket.send(Uint8Array.of(0), { fin: false });
    const [code] = (await once(socket, 'close')) as [number];
    expect([1008, 1009]).toContain(code);
    await boardStillWorks();
  });
});

describe('T-25 awareness', () => {
  it.each([
    ['forged for somebody else', Uint8Array.of(1, 9, 1, 1, 255, 1, 4, 110, 117, 108, 108)],
    ['of 200 KB', new Uint8Array(200 * 1024).fill(1)],
    ['that breaks off', Uint8Array.of(1, 255)],
  ])('%s goes nowhere, and the sender stays', async (_what, frame) => {
    bob.boardDocument.sendRaw(frame);
    await boardStillWorks();
    expect(bob.boardDocument.isOpen).toBe(true);
    expect(onlyHeartbeats(ada)).toBe(true);
  });
});
