/** People with browsers of their own, on a server of their own, as files of room tests meet them. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import { startServerProcess, type ServerProcess } from '../../support/server.ts';
import { Browser, standInForPage } from './browser.ts';

let server: ServerProcess;
const browsers: Browser[] = [];

/** To be called once by a test file: each has a server, and each test its browsers. */
export function serveBrowsers(env: Readonly<Record<string, string>> = {}): void {
  beforeAll(async () => {
    standInForPage();
    server = await startServerProcess({ env: { HEARTH_ROOMS_PER_HOUR: '0', ...env } });
  }, 60_000);
  afterEach(async () => {
    for (const browser of browsers.splice(0)) await browser.close();
  });
  afterAll(() => server.close());
}

export async function browser(): Promise<Browser> {
  const made = await Browser.at(server);
  browsers.push(made);
  return made.speak();
}

export const saved = (page: RoomView) => eventually(() => expect(page.saving).toBe('saved'));

export async function facilitator(): Promise<{
  page: RoomView;
  room: string;
  secret: string;
  ada: Browser;
}> {
  const ada = await browser();
  const made = await createRoom({ title: 'Sprint 12', format: 'start-stop-continue', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const { room, links } = made.answer;
  return { page: ada.open(room), room, secret: links.participant.split('#')[1] ?? '', ada };
}
