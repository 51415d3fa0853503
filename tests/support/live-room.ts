/** A room on a real server with real sockets, and people in it; time and disk are the test's where it says so. */
import { expect } from 'vitest';
import { join as joinByLink, openRoom, type HeadlessPerson, type HeadlessRoom } from './headless-person.ts';
import { startOwnServer, type OwnServer, type OwnServerOptions } from './server.ts';

export interface LiveRoom {
  readonly server: OwnServer;
  readonly room: HeadlessRoom;
  readonly mara: HeadlessPerson;
  join(name: string): Promise<HeadlessPerson>;
  watch(): Promise<HeadlessPerson>;
  cofacilitate(name: string): Promise<HeadlessPerson>;
  /** Everybody leaves; a server of its own ends with it. */
  close(): Promise<void>;
}

/** A server of its own with one room on it. */
export async function openLiveRoom(
  options: OwnServerOptions = {},
  request: Readonly<Record<string, unknown>> = {},
): Promise<LiveRoom> {
  const server = await startOwnServer({ ...options, env: { ...noRates, ...options.env } });
  const live = await openLiveRoomOn(server, request);
  return {
    ...live,
    async close() {
      await live.close();
      await server.close();
    },
  };
}

/** Mara has made a room. Nothing is connected yet, and nobody is limited in how often they ask. */
export async function openLiveRoomOn(
  server: OwnServer,
  request: Readonly<Record<string, unknown>> = {},
): Promise<LiveRoom> {
  const room = await openRoom(server.origin, request);
  const people = [room.facilitator];
  const enter = async (link: string, name: string) => {
    const person = await joinByLink(server.origin, link, name);
    people.push(person);
    return person;
  };
  return {
    server,
    room,
    mara: room.facilitator,
    join: (name) => enter(room.links.participant, name),
    watch: () => enter(room.links.observer, ''),
    cofacilitate: (name) => enter(room.links.facilitator, name),
    async close() {
      for (const person of people) person.leave();
    },
  };
}

/** Resolves when the server has noticed that somebody's last connection is gone: at the door one sees who is here. */
export async function untilGone(
  { room, mara }: LiveRoom,
  name: string,
  by: HeadlessPerson = mara,
): Promise<void> {
  const secret = room.links.participant.split('#')[1];
  const people = async () => {
    const answer = await by.request('POST', '/peek', { secret });
    return ((await answer.json()) as { people: string[] }).people;
  };
  await expect.poll(people).not.toContain(name);
}

/** Asking is not what these tests are about. Rates of live connections stay as they are. */
export const noRates = {
  HEARTH_ROOMS_PER_HOUR: '0',
  HEARTH_JOINS_PER_MINUTE: '0',
  HEARTH_REQUESTS_PER_SECOND: '0',
  HEARTH_CLIENT_IDS_PER_MINUTE: '0',
};
