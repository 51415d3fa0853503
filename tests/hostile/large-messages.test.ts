/** Messages that would fill the memory if a server waited for their end. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../../src/protocol/limits.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let hostile: HeadlessPerson;
let other: HeadlessPerson;

beforeEach(async () => {
  server = await startOwnServer();
  const room = await openRoom(server.origin);
  hostile = await join(server.origin, room.links.participant, 'Hugo');
  other = room.facilitator;
  await other.open('board');
});
afterEach(async () => {
  other.leave();
  await server.close();
});

async function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${hostile.room}/board`, {
    headers: { cookie: hostile.cookie, origin: server.origin },
  });
  socket.on('error', () => {});
  await once(socket, 'open');
  return socket;
}

const codeOfClose = async (socket: WebSocket) => ((await once(socket, 'close')) as [number])[0];

async function boardStillWorks(): Promise<void> {
  other.board().addDecision('d1', 'still here');
  await other.boardDocument.saved();
}

describe('T-14 a frame', { timeout: 20_000 }, () => {
  it.each([limits.frameBytes + 1, 8 * limits.frameBytes])(
    'of %i bytes ends its connection, and no other',
    async (bytes) => {
      const socket = await openSocket();
      socket.send(new Uint8Array(bytes));
      expect(await codeOfClose(socket)).toBe(1009);
      await boardStillWorks();
    },
  );

  it('control: of exactly the limit is read and judged for what it says', async () => {
    const socket = await openSocket();
    socket.send(new Uint8Array(limits.frameBytes).fill(9));
    expect(await codeOfClose(socket)).toBe(1003);
  });
});

describe('T-15 a message in pieces', { timeout: 20_000 }, () => {
  it('ends its connection when they are very many, and no other', async () => {
    const socket = await openSocket();
    for (let piece = 0; piece < 200; piece++) socket.send(Uint8Array.of(9), { fin: false });
    expect(await codeOfClose(socket)).toBe(1008);
    await boardStillWorks();
  });

  it('control: is put together when they are few', async () => {
    const socket = await openSocket();
    for (let piece = 0; piece < 20; piece++) socket.send(Uint8Array.of(9), { fin: piece === 19 });
    expect(await codeOfClose(socket)).toBe(1003);
  });
});
