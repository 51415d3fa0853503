/** A room whose people write before the meeting, over real sockets, on a server whose time the test moves. */
import { join } from 'node:path';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';
import { accepted } from '../support/voting-room.ts';

export const minute = 60_000;

export class EarlyRoom {
  readonly live: LiveRoom;
  readonly #data: string;
  #clock: HandClock;
  #server: OwnServer;

  static async open(): Promise<EarlyRoom> {
    const data = join(temporaryDirectory(), 'data');
    const clock = new HandClock();
    const server = await start(data, clock);
    const live = await openLiveRoomOn(server);
    await live.mara.stage.connect();
    return new EarlyRoom(data, clock, server, live);
  }

  private constructor(data: string, clock: HandClock, server: OwnServer, live: LiveRoom) {
    this.#data = data;
    this.#clock = clock;
    this.#server = server;
    this.live = live;
  }

  /** Another one after a restart. */
  get clock(): HandClock {
    return this.#clock;
  }

  /** Another one after a restart. */
  get server(): OwnServer {
    return this.#server;
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.#server.close();
  }

  async restartAfter(ms: number): Promise<void> {
    await this.#server.stop();
    this.#clock = new HandClock(this.#clock.now() + ms);
    this.#server = await start(this.#data, this.#clock, this.#server.port);
  }

  openEarly(...segments: readonly string[]): Promise<void> {
    return accepted(this.live.mara, {
      type: 'openEarly',
      segments: [...segments],
      until: this.#clock.now() + 60 * minute,
    });
  }

  async arrive(name: string): Promise<HeadlessPerson> {
    const person = await this.live.join(name);
    await person.open('desk');
    await person.open('board');
    await person.stage.connect();
    return person;
  }

  async enter(segment: string): Promise<void> {
    const { stage } = this.live.mara;
    if (stage.state?.phase === 'lobby') await accepted(this.live.mara, { type: 'startMeeting' });
    while (stage.state?.current !== segment) await accepted(this.live.mara, { type: 'skipSegment' });
  }
}

function start(data: string, clock: HandClock, port?: number): Promise<OwnServer> {
  const samePort = port === undefined ? {} : { HEARTH_PORT: String(port) };
  const env = { ...noRates, ...samePort, HEARTH_DATA: data, HEARTH_COMMANDS_PER_SECOND: '0' };
  return startOwnServer({ env, around: { clock } });
}

export async function write(
  person: HeadlessPerson,
  segment: string,
  text: string,
  more: { readonly released?: boolean; readonly lens?: string } = {},
): Promise<void> {
  person.write({ id: idOf(text), segment, text, ...more });
  await person.deskDocument.saved();
}

export const idOf = (text: string) => `draft-${text.replaceAll(/\W/g, '').toLowerCase()}`;
