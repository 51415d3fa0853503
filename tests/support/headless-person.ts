/** Somebody in a room without a browser: joins by a link over HTTP, writes on real sockets, keeps what arrived. */
import { createHash, randomBytes } from 'node:crypto';
import type * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import type { NewRoomAnswer, SeatAnswer } from '../../src/protocol/http.ts';
import { HeadlessDocument } from './headless-document.ts';
import { HeadlessStage } from './headless-stage.ts';

export interface HeadlessRoom {
  readonly id: string;
  readonly links: NewRoomAnswer['links'];
  readonly facilitator: HeadlessPerson;
}

export class HeadlessPerson {
  readonly origin: string;
  readonly room: string;
  readonly cookie: string;
  readonly seat: string;
  readonly stage: HeadlessStage;
  /** Every HTTP answer, as text. */
  readonly answers: string[] = [];
  #board: HeadlessDocument | null = null;
  #desk: HeadlessDocument | null = null;

  constructor(origin: string, room: string, seat: string, cookie: string) {
    this.origin = origin;
    this.room = room;
    this.seat = seat;
    this.cookie = cookie;
    this.stage = new HeadlessStage(origin, room, cookie);
  }

  async request(method: string, path: string, body?: unknown, withCookie = true): Promise<Response> {
    const answer = await post(
      this.origin,
      method,
      `/api/rooms/${this.room}${path}`,
      body,
      withCookie ? this.cookie : '',
    );
    this.answers.push(await answer.clone().text());
    return answer;
  }

  async open(name: 'board' | 'desk', doc?: Y.Doc): Promise<HeadlessDocument> {
    const answer = await this.request('POST', '/client-ids', { document: name });
    const { clientId } = (await answer.json()) as { clientId: number };
    const document = new HeadlessDocument(
      { origin: this.origin, room: this.room, name, cookie: this.cookie },
      clientId,
      doc,
    );
    if (name === 'board') this.#board = document;
    else this.#desk = document;
    await document.connect();
    return document;
  }

  get boardDocument(): HeadlessDocument {
    if (!this.#board) throw new Error('the board is not open');
    return this.#board;
  }

  get hasDesk(): boolean {
    return this.#desk !== null;
  }

  get deskDocument(): HeadlessDocument {
    if (!this.#desk) throw new Error('the desk is not open');
    return this.#desk;
  }

  board(): Board {
    return new Board(this.boardDocument.doc, { kind: 'own' });
  }

  desk(): Desk {
    return new Desk(this.deskDocument.doc, { kind: 'own' });
  }

  /** Puts a draft on the desk and returns its receipt. */
  write(draft: {
    id: string;
    segment: string;
    text: string;
    lens?: string;
    prompt?: string;
    released?: boolean;
    receipt?: string;
  }): string {
    const receipt = draft.receipt ?? randomBytes(16).toString('base64url');
    this.desk().addDraft(draft.id, {
      segment: draft.segment,
      lens: draft.lens ?? '',
      prompt: draft.prompt ?? '',
      text: draft.text,
      receipt: createHash('sha256').update(receipt).digest('hex'),
      released: draft.released ?? false,
      late: false,
    });
    return receipt;
  }

  leave(): void {
    this.#board?.cut();
    this.#desk?.cut();
    this.stage.disconnect();
  }
}

/** Makes a room and takes the facilitator's seat. */
export async function openRoom(origin: string, request: Record<string, unknown> = {}): Promise<HeadlessRoom> {
  const answer = await post(origin, 'POST', '/api/rooms', {
    title: 'Checkout sprint 42',
    name: 'Mara',
    ...request,
  });
  if (answer.status !== 201) throw new Error(`no room: ${answer.status} ${await answer.text()}`);
  const { room, links } = (await answer.json()) as NewRoomAnswer;
  const cookie = cookieOf(answer);
  const own = await post(origin, 'GET', `/api/rooms/${room}/seat`, undefined, cookie);
  const { seat } = (await own.json()) as SeatAnswer;
  return { id: room, links, facilitator: new HeadlessPerson(origin, room, seat, cookie) };
}

/** Joins by a link; `name` is empty for observers. */
export async function join(origin: string, link: string, name: string): Promise<HeadlessPerson> {
  const [, room = '', secret = ''] = /\/j\/([^#]+)#(.+)$/.exec(link) ?? [];
  const answer = await post(
    origin,
    'POST',
    `/api/rooms/${room}/seats`,
    name === '' ? { secret } : { secret, name },
  );
  if (answer.status !== 201) throw new Error(`no seat: ${answer.status} ${await answer.text()}`);
  const { seat } = (await answer.clone().json()) as SeatAnswer;
  const person = new HeadlessPerson(origin, room, seat, cookieOf(answer));
  person.answers.push(await answer.text());
  return person;
}

export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function post(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  cookie = '',
): Promise<Response> {
  return fetch(origin + path, {
    method,
    headers: {
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
