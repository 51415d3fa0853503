/** Everything one browser receives: frames of both kinds of socket, and the body of every HTTP answer. */
import type { Page, Response, WebSocket } from '@playwright/test';

export type Channel = 'board' | 'desk' | 'stage' | 'http';

interface Piece {
  readonly channel: Channel;
  readonly bytes: Buffer;
}

export class Wiretap {
  readonly #pieces: Piece[] = [];
  readonly #underWay = new Set<Promise<void>>();

  /** To be put on before the page goes anywhere. */
  constructor(page: Page) {
    page.on('websocket', (socket) => this.#listen(socket));
    page.context().on('response', (response) => this.#take(response));
  }

  /** What has arrived up to now on these channels, or on all. */
  async received(...channels: readonly Channel[]): Promise<Buffer> {
    await Promise.all(this.#underWay);
    const wanted = this.#pieces.filter(({ channel }) => channels.length === 0 || channels.includes(channel));
    return Buffer.concat(wanted.map(({ bytes }) => bytes));
  }

  #listen(socket: WebSocket): void {
    const channel = channelOf(new URL(socket.url()).pathname);
    socket.on('framereceived', ({ payload }) =>
      this.#pieces.push({ channel, bytes: Buffer.from(payload as Buffer) }),
    );
  }

  /** Answers without a body, such as redirects and 304, have nothing to keep. */
  #take(response: Response): void {
    const taken = response
      .body()
      .catch(() => Buffer.alloc(0))
      .then((body) => {
        this.#pieces.push({ channel: 'http', bytes: Buffer.concat([headersOf(response), body]) });
        this.#underWay.delete(taken);
      });
    this.#underWay.add(taken);
  }
}

function headersOf(response: Response): Buffer {
  return Buffer.from(`${response.url()}\n${JSON.stringify(response.headers())}\n`);
}

function channelOf(path: string): Channel {
  if (path.startsWith('/socket.io')) return 'stage';
  return path.endsWith('/desk') ? 'desk' : 'board';
}
