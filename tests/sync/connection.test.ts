/** What one connection may send, on real sockets, and the number with which it ends when it sends something else. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { limits } from '../../src/protocol/limits.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { exchange, upgradeHead } from '../support/raw-exchange.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';
import { isStep1, isStep2, step1, update, wireOf, type Wire } from '../support/wire.ts';
import { characters, craftOne, type } from './gate/craft.ts';

let server: OwnServer;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer({ env: noRates });
});
beforeEach(async () => {
  live = await openLiveRoomOn(server);
  ana = await live.join('Ana');
  await live.mara.open('board');
});
afterEach(() => live.close());
afterAll(() => server.close());

const titles = (person = live.mara) =>
  person
    .board()
    .readActions()
    .map(({ title }) => title);
const seesAction = (title: string) => live.mara.boardDocument.until(() => titles().includes(title));

describe('an observer', () => {
  it('[SYNC-1] T-02: writes nothing on the board, where a seat that writes may write the same', async () => {
    const wall = await live.watch();
    const clientId = await clientIdOf(wall);
    const bytes = anAction(clientId, 'By an observer');
    const wire = await joined(wireOf(wall, 'board'));
    wire.send(update(bytes));
    expect(await wire.ended).toMatchObject({ code: 4403 });
    await ana.open('board');
    ana.boardDocument.sendUpdate(anAction(ana.boardDocument.doc.clientID, 'By Ana'));
    await seesAction('By Ana');
    expect(titles()).toEqual(['By Ana']);
  });

  it('[SYNC-5] T-02: may repeat what there is, and its awareness reaches nobody', async () => {
    live.mara.board().addAction('a1', 'There already');
    await live.mara.boardDocument.saved();
    const wire = await joined(wireOf(await live.watch(), 'board'));
    const before = live.mara.boardDocument.received.length;
    wire.send(update(Y.encodeStateAsUpdate(live.mara.boardDocument.doc)), awarenessOf(7, { name: 'Mara' }));
    await wire.heard();
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    expect(live.mara.boardDocument.received.length).toBe(before);
    wire.socket.terminate();
  });

  it('T-55: beside a seat in the same browser stays one, while the seat writes on', async () => {
    const watching = await joined(wireOf(ana, 'board?as=observer'));
    await ana.open('board');
    const { clientID } = ana.boardDocument.doc;
    const bytes = anAction(clientID, 'Through the other tab');
    watching.send(update(bytes));
    expect(await watching.ended).toMatchObject({ code: 4403 });
    expect(titles()).toEqual([]);
    ana.boardDocument.sendUpdate(bytes);
    await seesAction('Through the other tab');
    expect(ana.boardDocument.isOpen).toBe(true);
  });

  it.each(['observer', 'observer&as=participant', 'participant&as=facilitator'])(
    'T-55: as=%s never gives more than the seat has',
    async (as) => {
      const wall = await live.watch();
      const wire = await joined(wireOf(wall, `board?as=${as}`));
      wire.send(update(anAction(await clientIdOf(wall), 'More')));
      expect(await wire.ended).toMatchObject({ code: 4403 });
    },
  );
});

describe('T-10 a message that is no frame', () => {
  it.each([
    ['text', 'hello'],
    ['a good frame sent as text', String.fromCharCode(...step1())],
    ['nothing', new Uint8Array()],
    ['an unknown channel', Uint8Array.of(9, 0, 0)],
    ['the channel for permissions', Uint8Array.of(2, 0)],
    ['an unknown step', Uint8Array.of(0, 7, 1, 0)],
    ['a number without end', new Uint8Array(1_000).fill(0xff)],
    ['a frame with something behind it', Uint8Array.of(...step1(), 0)],
  ])('%s ends its own connection with 1003, and nobody else’s', async (_what, message) => {
    const wire = await joined(wireOf(ana, 'board'));
    wire.send(message);
    expect(await wire.ended).toMatchObject({ code: 1003, reason: 'not-a-frame' });
    live.mara.board().addAction('a1', 'Still here');
    await live.mara.boardDocument.saved();
  });

  const masked = [0x82, 0x84, 0, 0, 0, 0, 1, 1, 1, 0];
  const unmasked = [0x82, 4, 1, 1, 1, 0];
  const goodbye = [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8];
  it.each([
    ['reserved bits', [0xf2, ...masked.slice(1)], 1002],
    ['no mask', unmasked, 1002],
    ['an unknown kind of WebSocket frame', [0x83, ...masked.slice(1)], 1002],
    ['a length beyond every limit', [0x82, 0xff, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0], 1009],
  ])('with %s is cut by the WebSocket itself', async (_what, bytes, code) => {
    expect(closeCodeIn(await send(...bytes))).toBe(code);
  });

  it('control: with a mask and nothing odd about it the same bytes are heard', async () => {
    expect(closeCodeIn(await send(...masked, ...goodbye))).toBe(1000);
  });

  /** Shakes hands, sends the bytes, and returns everything behind the server's own hand. */
  async function send(...bytes: readonly number[]): Promise<string> {
    const hand = upgradeHead(`/sync/${live.room.id}/board`, {
      Host: `127.0.0.1:${server.port}`,
      Origin: server.origin,
      Cookie: ana.cookie,
    });
    const answer = await exchange(server.port, Buffer.concat([Buffer.from(hand), Uint8Array.from(bytes)]));
    expect(answer).toMatch(/^HTTP\/1\.1 101/);
    return answer.slice(answer.indexOf('\r\n\r\n') + 4);
  }

  function closeCodeIn(answer: string): number {
    const at = answer.lastIndexOf('\u0088\u0002') + 2;
    return answer.charCodeAt(at) * 256 + answer.charCodeAt(at + 1);
  }
});

describe('T-25 awareness', () => {
  it.each([
    ['somebody else’s name', () => awarenessOf(1, { user: { name: 'Mara' } })],
    ['a clock that would silence them', () => Uint8Array.of(1, 9, 1, 1, 255, 255, 255, 255, 15, 2, 123, 125)],
    ['200 KB', () => awarenessOf(1, { text: 'x'.repeat(200_000) })],
    ['100,000 entries', () => Uint8Array.of(1, 0xa0, 0x8d, 6, ...new Uint8Array(100_000))],
    ['bytes that nobody can read', () => Uint8Array.of(1, 255, 255, 255)],
    ['a question', () => Uint8Array.of(3)],
  ])('with %s is not read, answered or passed on', async (_what, make) => {
    const wire = await joined(wireOf(ana, 'board'));
    const [anas, maras] = [wire.received.length, live.mara.boardDocument.received.length];
    wire.send(make());
    await wire.heard();
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    expect([wire.received.length, live.mara.boardDocument.received.length]).toEqual([anas, maras]);
    // What is sent behind it arrives: the frames before it were heard and set aside.
    wire.send(update(anAction(await clientIdOf(ana), 'After it')));
    await seesAction('After it');
    wire.socket.terminate();
  });

  it('is counted, and the log says how much there was when the connection ends', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    wire.send(awarenessOf(1, { name: 'Mara' }), Uint8Array.of(3), Uint8Array.of(1, 255));
    await wire.heard();
    wire.socket.close();
    await wire.ended;
    await expect.poll(() => server.logged()).toContain('"frames":3,"msg":"awareness was dropped"');
  });

  it('control: whoever reads awareness takes the name and loses the person', () => {
    const stock = new Awareness(new Y.Doc());
    applyAwarenessUpdate(stock, awarenessOf(1, { user: { name: 'Mara' } }).subarray(2), 'network');
    expect(stock.getStates().get(1)).toEqual({ user: { name: 'Mara' } });
    stock.destroy();
  });
});

describe('an edit that is refused', () => {
  it('[SYNC-2] ends with 4422 under an id that was not issued to this seat, and leaves no trace', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    wire.send(update(anAction(live.mara.boardDocument.doc.clientID, 'In Mara’s name')));
    expect(await wire.ended).toMatchObject({ code: 4422, reason: 'refused-edit' });
    live.mara.board().addAction('a2', 'In her own');
    await live.mara.boardDocument.saved();
    expect(titles()).toEqual(['In her own']);
  });

  it('takes with it whatever the connection sent behind it', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    const clientId = await clientIdOf(ana);
    wire.send(update(Uint8Array.of(255)), update(anAction(clientId, 'Behind it')));
    expect(await wire.ended).toMatchObject({ code: 4400 });
    const again = await joined(wireOf(ana, 'board'));
    again.send(update(anAction(clientId, 'From a new connection')));
    await seesAction('From a new connection');
    expect(titles()).toEqual(['From a new connection']);
    again.socket.terminate();
  });
});

describe('[SYNC-6] edits that are ahead', () => {
  it('T-08: are asked about once, and the 65th in a row ends with 4509', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    const clientId = await clientIdOf(ana);
    const ahead = update(craftOne(clientId, 50, characters({ in: [clientId, 1] }, 'later')));
    const questions = () => wire.received.filter(isStep1).length;
    const before = questions();
    const stored = async () => (await server.around.store.loadRoom(live.room.id))?.documents;
    const storedBefore = await stored();
    wire.send(...Array<Uint8Array>(limits.gapsInARow).fill(ahead));
    await wire.heard();
    expect(questions() - before).toBeLessThanOrEqual(1);
    wire.send(ahead);
    expect(await wire.ended).toMatchObject({ code: 4509, reason: 'resync' });
    expect(await stored()).toEqual(storedBefore);
  });

  it('control: an edit that fits starts the count again', async () => {
    const wire = await joined(wireOf(ana, 'board'));
    const clientId = await clientIdOf(ana);
    const ahead = update(craftOne(clientId, 500, characters({ in: [clientId, 1] }, 'later')));
    for (const key of ['one', 'two'] as const) {
      wire.send(...Array<Uint8Array>(limits.gapsInARow).fill(ahead));
      wire.send(update(anAction(await clientIdOf(ana), key)));
      await seesAction(key);
    }
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    wire.socket.terminate();
  });
});

/** Open and told everything; from now on it gets what others write. */
async function joined(wire: Wire): Promise<Wire> {
  await wire.open();
  wire.send(step1());
  await wire.next(isStep2);
  await wire.next(isStep1);
  return wire;
}

async function clientIdOf(person: HeadlessPerson): Promise<number> {
  const answer = await person.request('POST', '/client-ids', { document: 'board' });
  return ((await answer.json()) as { clientId: number }).clientId;
}

/** A whole action, as its author's editor would write it under an id that is new. */
function anAction(clientId: number, title: string): Uint8Array {
  return craftOne(
    clientId,
    0,
    type({ in: 'actions', key: `a${clientId}` }, 'map'),
    type({ in: [clientId, 0], key: 'title' }, 'text'),
    characters({ in: [clientId, 1] }, title),
  );
}

function awarenessOf(clientId: number, state: Record<string, unknown>): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  const bytes = encodeAwarenessUpdate(awareness, [clientId]);
  awareness.destroy();
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Uint8Array.from([1, ...length, ...bytes]);
}
