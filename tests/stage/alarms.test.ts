/** What the server does when its time has come, with a real database behind it that survives the server. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { StageState } from '../../src/domain/stage/state.ts';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';

const minute = 60_000;
let server: OwnServer;
let clock: HandClock;
let live: LiveRoom;
let data: string;

afterEach(async () => {
  await live.close();
  await server.close();
});

async function openMeeting(request: Readonly<Record<string, unknown>> = {}): Promise<void> {
  data = join(temporaryDirectory(), 'data');
  clock = new HandClock();
  await start();
  live = await openLiveRoomOn(server, request);
  await live.mara.stage.connect();
}

async function start(port?: number): Promise<void> {
  const samePort = port === undefined ? {} : { HEARTH_PORT: String(port) };
  const env = { ...noRates, ...samePort, HEARTH_DATA: data, HEARTH_COMMANDS_PER_SECOND: '0' };
  server = await startOwnServer({ env, around: { clock } });
}

/** The server stops and comes back on the same files and port, `ms` later. What is overdue waits for the clock. */
async function restartAfter(ms: number): Promise<void> {
  await server.stop();
  clock = new HandClock(clock.now() + ms);
  await start(server.port);
}

async function go(...steps: readonly ('startMeeting' | 'goNext')[]): Promise<void> {
  for (const type of steps) expect(await live.mara.stage.command({ type })).toMatchObject({ ok: true });
}

async function eventsStored(type: string): Promise<unknown[]> {
  const stored = await server.around.store.loadRoom(live.room.id);
  return (stored?.events ?? [])
    .map(({ body }) => JSON.parse(body) as { type: string })
    .filter((event) => event.type === type);
}

const isOver = ({ clock: shown }: StageState) => shown.kind === 'running' && shown.rang;

describe('the bell', () => {
  it('rings once, for everybody, when the time is over, and moves nothing', async () => {
    await openMeeting();
    const ana = await live.join('Ana');
    await ana.stage.connect();
    await go('startMeeting');
    const minutes = live.mara.stage.state?.segments[0]?.minutes ?? 0;
    clock.advance(minutes * minute - 1);
    await live.mara.stage.ask('clock');
    expect(live.mara.stage.state && isOver(live.mara.stage.state)).toBe(false);
    clock.advance(1);
    for (const { stage } of [live.mara, ana])
      await stage.until(() => stage.state !== null && isOver(stage.state));
    clock.advance(10 * minute);
    await live.mara.stage.ask('clock');
    expect(await eventsStored('bellRang')).toHaveLength(1);
    expect(ana.stage.state?.current).toBe('check-in');
  });

  it('rings again where time was added, and not while the clock is paused', async () => {
    await openMeeting();
    await go('startMeeting');
    clock.advance(4 * minute);
    await live.mara.stage.until(() => live.mara.stage.state !== null && isOver(live.mara.stage.state));
    await live.mara.stage.command({ type: 'extendTime', minutes: 2 });
    await live.mara.stage.command({ type: 'pauseClock' });
    clock.advance(30 * minute);
    await live.mara.stage.ask('clock');
    expect(await eventsStored('bellRang')).toHaveLength(1);
    await live.mara.stage.command({ type: 'resumeClock' });
    clock.advance(2 * minute);
    await live.mara.stage.until(() => live.mara.stage.state !== null && isOver(live.mara.stage.state));
    expect(await eventsStored('bellRang')).toHaveLength(2);
  });

  it('that fell due while the server was away rings when it is back, once', async () => {
    await openMeeting();
    await go('startMeeting');
    await restartAfter(5 * minute);
    expect(await eventsStored('bellRang')).toEqual([]);
    await live.mara.stage.connect();
    clock.advance(0);
    await live.mara.stage.until(() => live.mara.stage.state !== null && isOver(live.mara.stage.state));
    await restartAfter(minute);
    const state = await live.mara.stage.connect();
    clock.advance(0);
    await live.mara.stage.ask('clock');
    expect(isOver(state)).toBe(true);
    expect(await eventsStored('bellRang')).toHaveLength(1);
  });

  it('that is not due yet rings at its own time after a restart', async () => {
    await openMeeting();
    await go('startMeeting');
    await restartAfter(2 * minute);
    expect(isOver(await live.mara.stage.connect())).toBe(false);
    clock.advance(2 * minute - 1);
    await live.mara.stage.ask('clock');
    expect(await eventsStored('bellRang')).toEqual([]);
    clock.advance(1);
    await live.mara.stage.until(() => live.mara.stage.state !== null && isOver(live.mara.stage.state));
  });
});

describe('a reveal', () => {
  const revealed = ({ stage }: HeadlessPerson) =>
    stage.until(() => stage.state?.gathers['gather']?.reveal.kind === 'revealed');

  async function writeAndAsk(): Promise<HeadlessPerson> {
    await openMeeting({ format: 'start-stop-continue' });
    const ana = await live.join('Ana');
    await ana.stage.connect();
    await ana.open('desk');
    await go('startMeeting', 'goNext', 'goNext');
    ana.write({ id: 'draft', segment: 'gather', prompt: 'start', text: 'Pair on Fridays' });
    await ana.deskDocument.saved();
    expect(await live.mara.stage.command({ type: 'askReveal', segment: 'gather' })).toMatchObject({
      ok: true,
    });
    return ana;
  }

  it('[STAGE-6] happens on the server when the count-in is over, notes before the news of it', async () => {
    const ana = await writeAndAsk();
    await ana.open('board');
    const isRevealed = () => ana.stage.state?.gathers['gather']?.reveal.kind === 'revealed';
    clock.advance(limits.revealCountInMs - 1);
    await ana.stage.ask('clock');
    expect([isRevealed(), ana.board().readNotes()]).toEqual([false, []]);
    clock.advance(1);
    await ana.stage.until(isRevealed);
    expect(ana.board().readNotes()).toHaveLength(1);
    await ana.deskDocument.until(() => ana.desk().readDrafts()[0]?.note === ana.board().readNotes()[0]?.id);
  });

  it('that was counting in when the server stopped is completed when it is back, once', async () => {
    const ana = await writeAndAsk();
    await restartAfter(limits.revealCountInMs - 1_000);
    await ana.open('board');
    await ana.stage.connect();
    expect(ana.stage.state?.gathers['gather']?.reveal.kind).toBe('counting');
    await restartAfter(minute);
    await live.mara.stage.connect();
    clock.advance(0);
    await revealed(live.mara);
    await ana.open('board');
    await restartAfter(minute);
    await live.mara.stage.connect();
    await ana.open('board');
    expect(
      ana
        .board()
        .readNotes()
        .map(({ text }) => text),
    ).toEqual(['Pair on Fridays']);
    expect(await eventsStored('notesRevealed')).toHaveLength(1);
  });
});

describe('somebody who arrives in the middle of a round', () => {
  it('is given the lens that fewest hold, and keeps it through a reload', async () => {
    await openMeeting();
    const [ana, bo] = [await live.join('Ana'), await live.join('Bo')];
    await ana.stage.connect();
    await bo.stage.connect();
    await live.mara.stage.command({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
    await go('startMeeting', 'goNext', 'goNext', 'goNext');
    const held = () => live.mara.stage.state?.gathers['gather']?.rounds.at(-1)?.held ?? {};
    const before = { ...held() };
    expect(new Set(Object.values(before)).size).toBe(3);
    const cy = await live.join('Cy');
    await cy.stage.connect();
    await live.mara.stage.until(() => cy.seat in held());
    expect(Object.values(before)).not.toContain(held()[cy.seat]);
    const after = { ...held() };
    expect(after).toEqual({ ...before, [cy.seat]: after[cy.seat] });
    cy.stage.disconnect();
    await cy.stage.connect();
    await (await live.watch()).stage.connect();
    await live.mara.stage.ask('clock');
    expect(held()).toEqual(after);
  });
});

describe('a command whose answer was lost with the server', () => {
  it('[STAGE-3] T-43: is answered as the first time after a restart, and has no second effect', async () => {
    await openMeeting();
    await go('startMeeting');
    const first = await live.mara.stage.command({ type: 'goNext' }, { cmdId: 'before' });
    await restartAfter(1_000);
    const { current, rev } = await live.mara.stage.connect();
    expect(await live.mara.stage.command({ type: 'goNext' }, { cmdId: 'before' })).toEqual(first);
    expect(live.mara.stage.state).toMatchObject({ current, rev });
  });
});
