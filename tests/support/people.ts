/** People at the HTTP interface: a browser's cookies, its Origin header, and what the app would ask for. */
import type { NewRoomAnswer, SeatAnswer } from '../../src/protocol/http.ts';

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** One browser. Its cookies stay with it; two people never share one. */
export class Browser {
  readonly origin: string;
  readonly cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Value of the Cookie header. */
  get cookie(): string {
    return Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, ask: Ask = {}): Promise<Response> {
    return this.ask('GET', path, ask);
  }

  post(path: string, body: unknown, ask: Ask = {}): Promise<Response> {
    return this.ask('POST', path, { body, ...ask });
  }

  patch(path: string, body: unknown, ask: Ask = {}): Promise<Response> {
    return this.ask('PATCH', path, { body, ...ask });
  }

  /** A header given as undefined is left out. A body that is a string or bytes is sent as it is. */
  async ask(method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Response> {
    const all: Record<string, string | undefined> = {
      cookie: this.cookie === '' ? undefined : this.cookie,
      ...(method !== 'GET' && { origin: this.origin, 'content-type': 'application/json' }),
      ...headers,
    };
    const response = await fetch(this.origin + path, {
      method,
      headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ...(body !== undefined && {
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #keep(setCookie: string): void {
    const [pair = ''] = setCookie.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Somebody with a seat. */
export class Person extends Browser {
  readonly room: string;
  readonly seat: string;
  readonly name: string;

  constructor(browser: Browser, room: string, { seat, name }: SeatAnswer) {
    super(browser.origin);
    for (const [cookie, value] of browser.cookies) this.cookies.set(cookie, value);
    this.room = room;
    this.seat = seat;
    this.name = name;
  }

  /** A path below the room. */
  at(path: string): string {
    return `/api/rooms/${this.room}${path}`;
  }

  async clientId(document: 'board' | 'desk'): Promise<number> {
    const { clientId } = await read<{ clientId: number }>(
      await this.post(this.at('/client-ids'), { document }),
    );
    return clientId;
  }
}

export interface Meeting {
  readonly origin: string;
  readonly room: string;
  /** The part behind `#` of each link. */
  readonly secrets: Readonly<Record<'facilitator' | 'participant' | 'observer', string>>;
  readonly facilitator: Person;
}

/** Somebody opens the landing page and starts a room. */
export async function startMeeting(
  origin: string,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<Meeting> {
  const browser = new Browser(origin);
  const answer = await browser.post('/api/rooms', { title: 'Sprint 12', name: 'Fay', ...asked });
  const { room, links } = await read<NewRoomAnswer>(answer);
  const seat = await read<SeatAnswer>(await browser.get(`/api/rooms/${room}/seat`));
  const secrets = {
    facilitator: secretOf(links.facilitator),
    participant: secretOf(links.participant),
    observer: secretOf(links.observer),
  };
  return { origin, room, secrets, facilitator: new Person(browser, room, seat) };
}

/** Somebody else opens a link, gives a name and is in. */
export async function join(
  { origin, room, secrets }: Meeting,
  name: string | undefined,
  role: 'facilitator' | 'participant' | 'observer' = 'participant',
  browser = new Browser(origin),
): Promise<Person> {
  const answer = await browser.post(`/api/rooms/${room}/seats`, { secret: secrets[role], name });
  return new Person(browser, room, await read<SeatAnswer>(answer));
}

export function secretOf(link: string): string {
  return link.split('#')[1] ?? '';
}

/** The JSON of an answer that must be a success. */
export async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as T;
}
