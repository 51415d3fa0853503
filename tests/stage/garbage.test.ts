/** Messages that no page of ours sends. None of them does anything, and nobody else notices. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';
import { Wire } from '../support/wire.ts';

let server: OwnServer;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer({ env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
});
beforeEach(async () => {
  live = await openLiveRoomOn(server);
  ana = await live.join('Ana');
  await live.mara.stage.connect();
  await ana.stage.connect();
  await live.mara.stage.until(() => live.mara.stage.presence.some(({ seat }) => seat === ana.seat));
});
afterEach(() => live.close());
afterAll(() => server.close());

async function expectUntouched(rev: number): Promise<void> {
  expect(await live.mara.stage.ask('snapshot')).toMatchObject({ rev, state: { phase: 'lobby' } });
}
const revNow = () => live.mara.stage.state?.rev ?? -1;

describe('T-41 events', () => {
  it.each([
    'hasOwnProperty',
    '__proto__',
    'constructor',
    'toString',
    'valueOf',
    'then',
    '',
    '\u0000',
    'stage',
  ])('called %j are nobody’s, and the connection goes on', async (event) => {
    const rev = revNow();
    ana.stage.send(event, { type: 'startMeeting' });
    ana.stage.send(event, () => {});
    await ana.stage.ask('clock');
    expect(ana.stage.isConnected).toBe(true);
    await expectUntouched(rev);
  });

  it.each([
    ['command', [null]],
    ['command', []],
    ['command', [7, 'x', []]],
    ['ready', [{}]],
    ['ready', ['true']],
    ['looking', [{ toString: 'gather' }]],
    ['looking', ['__proto__']],
    ['looking', ['x'.repeat(33)]],
    ['clock', [{}, 'no function']],
    ['snapshot', [[]]],
  ])('%s with %j does nothing', async (event, payload) => {
    const rev = revNow();
    ana.stage.send(event, ...payload);
    await ana.stage.ask('clock');
    expect(live.mara.stage.presence.find(({ seat }) => seat === ana.seat)).toMatchObject({
      ready: false,
      lookingAt: null,
    });
    await expectUntouched(rev);
  });
});

describe('a command that is none', () => {
  it.each([
    null,
    7,
    'startMeeting',
    [],
    {},
    { cmdId: 'a' },
    { cmdId: 'a', command: 'startMeeting' },
    { cmdId: 'a', command: { type: '__proto__' } },
    { cmdId: 'a', command: { type: 'toString' } },
    { cmdId: '', command: { type: 'startMeeting' } },
    { cmdId: '__proto__ x', command: { type: 'startMeeting' } },
    { cmdId: 'x'.repeat(100), command: { type: 'startMeeting' } },
    { cmdId: { toString: 'a' }, command: { type: 'startMeeting' } },
    { cmdId: 'a', expectedRev: '0', command: { type: 'startMeeting' } },
    { cmdId: 'a', expectedRev: -1, command: { type: 'startMeeting' } },
    { cmdId: 'a', command: { type: 'extendTime', minutes: 1e9 } },
    { cmdId: 'a', command: { type: 'extendTime', minutes: '5' } },
    { cmdId: 'a', command: { type: 'closeRoom', anyway: 'yes' } },
    { cmdId: 'a', command: { type: 'askReveal', segment: ['gather'] } },
  ])('%j is bad input, also from the facilitator', async (frame) => {
    const rev = revNow();
    expect(await live.mara.stage.raw(frame)).toEqual({ ok: false, code: 'bad-input' });
    await expectUntouched(rev);
  });

  it.each(['nowhere', '__proto__', 'constructor', 'check-in'])(
    'that names the segment %j, which has no reveal, changes nothing',
    async (segment) => {
      const rev = revNow();
      expect(
        await live.mara.stage.raw({ cmdId: 'a', command: { type: 'askReveal', segment } }),
      ).toMatchObject({
        ok: false,
      });
      await expectUntouched(rev);
    },
  );

  it('control: said properly, the same connection is obeyed', async () => {
    const frame = { cmdId: 'a', expectedRev: revNow(), command: { type: 'startMeeting' } };
    expect(await live.mara.stage.raw(frame)).toMatchObject({ ok: true });
  });
});

describe('T-41 packets', () => {
  const connect = () =>
    new Wire({
      origin: server.origin,
      path: `/socket.io/?EIO=4&transport=websocket&room=${live.room.id}`,
      cookie: ana.cookie,
    }).open();

  it.each([
    ['reserved events', '42["disconnect"]'],
    ['no event', '42{}'],
    ['JSON cut off', '42["command",{'],
    ['more attachments than anybody sends', '4599999999-["command",{"_placeholder":true,"num":0}]'],
    ['attachments that never come', '451-["command",{"_placeholder":true,"num":7}]'],
    ['an unknown type', '49'],
    ['a name of ten thousand letters', `42["${'x'.repeat(10_000)}"]`],
    ['more than a command may be', `42["command","${'x'.repeat(20_000)}"]`],
    ['nesting without end', `42["command",${'['.repeat(5_000)}`],
  ])('with %s cost at most their own connection', async (_what, packet) => {
    const rev = revNow();
    const wire = await connect();
    wire.send('40', packet, '42["command"]');
    await Promise.race([wire.ended, wire.heard()]);
    await expectUntouched(rev);
    expect(ana.stage.isConnected && live.mara.stage.isConnected).toBe(true);
    wire.socket.terminate();
  });

  it('control: a packet by hand is heard', async () => {
    const wire = await connect();
    wire.send('40');
    await wire.next((packet) => Buffer.from(packet).toString().startsWith('42["stage"'));
    wire.send('421["clock"]');
    await wire.next((packet) => Buffer.from(packet).toString().startsWith('431[{"now":'));
    wire.socket.terminate();
  });
});
