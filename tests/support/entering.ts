/** Everything that a seat opens, asked for with one cookie: what somebody gets who has no seat there, or not any more. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { exportNames } from '../../src/domain/record/exports/all-exports.ts';
import { HeadlessStage } from './headless-stage.ts';

export interface Caller {
  readonly origin: string;
  readonly room: string;
  readonly cookie: string;
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** All that is asked over HTTP with the cookie of a seat, but the seat itself. */
export const seatQuestions: readonly Question[] = [
  { method: 'PATCH', path: '/seat', body: { name: 'Somebody' } },
  { method: 'POST', path: '/seat/move', body: {} },
  { method: 'POST', path: '/client-ids', body: { document: 'board' } },
  { method: 'POST', path: '/client-ids', body: { document: 'desk' } },
  { method: 'GET', path: '/links' },
  { method: 'POST', path: '/links/rotate', body: { role: 'participant' } },
  { method: 'POST', path: '/earlier', body: { actions: [] } },
  { method: 'DELETE', path: '', body: { title: 'Checkout sprint 42' } },
  ...exportNames.map((name) => ({ method: 'GET', path: `/${name}` })),
];

/** `GET /seat 401 {…}` for each question. */
export async function askEverything({ origin, room, cookie }: Caller): Promise<string[]> {
  return Promise.all(
    [{ method: 'GET', path: '/seat' }, ...seatQuestions].map(async ({ method, path, ...rest }) => {
      const answer = await fetch(`${origin}/api/rooms/${room}${path}`, {
        method,
        headers: { origin, cookie, 'content-type': 'application/json' },
        ...('body' in rest && { body: JSON.stringify(rest.body) }),
      });
      return `${method} ${path} ${answer.status} ${await answer.text()}`;
    }),
  );
}

/** The codes with which each live way in ends; 0 where one stays open. */
export async function openEverything(caller: Caller): Promise<(number | string)[]> {
  const paths = ['board', 'desk', 'board?as=observer'];
  const closes = paths.map((path) => closeOf(caller, path));
  const stages = [{}, { as: 'observer' }].map((query) => stageRefusal(caller, query));
  return Promise.all([...closes, ...stages]);
}

function closeOf({ origin, room, cookie }: Caller, path: string): Promise<number> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${room}/${path}`, {
    headers: { cookie, origin },
  });
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('close', resolve);
    socket.on('message', () => socket.terminate());
  });
}

async function stageRefusal(
  { origin, room, cookie }: Caller,
  query: Record<string, string>,
): Promise<string> {
  const stage = new HeadlessStage(origin, room, cookie, { ...query, t: randomUUID() });
  try {
    await stage.connect();
    return 'open';
  } catch (error) {
    return (error as Error).message;
  } finally {
    stage.disconnect();
  }
}
