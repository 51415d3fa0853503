/** One person's way to the server: keeps their cookie, speaks from the app's origin, and can be cut like a cable. */
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export class HomeNetwork {
  readonly #target: URL;
  readonly #server: Server;
  readonly #open = new Set<Socket | Duplex>();
  readonly #cookies = new Map<string, string>();
  #isCut = false;
  #takesRequestsOnly = false;
  /** What the server said in documents while that is held back; null where everything goes through. */
  #held: (() => void)[] | null = null;
  #hasHeldAGoodbye = false;

  static async to(origin: string): Promise<HomeNetwork> {
    const network = new HomeNetwork(new URL(origin));
    await new Promise<void>((resolve) => network.#server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((incoming, response) => {
      if (this.#isCut) return void incoming.socket.destroy();
      const outgoing = request(
        { ...this.#address(), path: incoming.url, method: incoming.method, headers: this.#headers(incoming) },
        (answer) => {
          this.#remember(answer);
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        },
      );
      outgoing.on('error', () => incoming.socket.destroy());
      incoming.pipe(outgoing);
    });
    this.#server.on('connection', (socket) => this.#track(socket));
    this.#server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) =>
      this.#upgrade(incoming, socket),
    );
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Everything open breaks off and nothing opens any more. */
  cut(): void {
    this.#isCut = true;
    for (const socket of [...this.#open]) socket.destroy();
  }

  /** Requests are answered as ever, but no connection that stays is opened. */
  takeRequestsOnly(): void {
    this.#takesRequestsOnly = true;
  }

  /** What the server says in documents, its goodbyes with it, arrives only after `letGo`. */
  holdDocuments(): void {
    this.#held = [];
    this.#hasHeldAGoodbye = false;
  }

  letGo(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const deliver of held) deliver();
  }

  get hasHeldAGoodbye(): boolean {
    return this.#hasHeldAGoodbye;
  }

  mend(): void {
    this.#isCut = false;
    this.#takesRequestsOnly = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #address() {
    return { hostname: this.#target.hostname, port: this.#target.port };
  }

  #headers(incoming: IncomingMessage) {
    const cookie = [...this.#cookies.values()].join('; ');
    return {
      ...incoming.headers,
      host: this.#target.host,
      origin: this.#target.origin,
      ...(cookie && { cookie }),
    };
  }

  #remember(answer: IncomingMessage): void {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      this.#cookies.set(pair.split('=')[0] ?? '', pair);
    }
  }

  #upgrade(incoming: IncomingMessage, socket: Duplex): void {
    if (this.#isCut || this.#takesRequestsOnly) return void socket.destroy();
    const out = connect({ host: this.#target.hostname, port: Number(this.#target.port) }, () => {
      const headers = Object.entries(this.#headers(incoming)).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      out.write(`GET ${incoming.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      socket.pipe(out);
      this.#deliver(out, socket, incoming.url?.startsWith('/sync/') ?? false);
    });
    this.#track(out);
    for (const end of [out, socket]) end.on('error', () => undefined);
    socket.on('close', () => out.destroy());
  }

  /** Frames of the server are not masked: one that ends the connection begins with 0x88. */
  #deliver(from: Socket, to: Duplex, isDocument: boolean): void {
    const soon = (deliver: () => void) => (isDocument && this.#held ? this.#held.push(deliver) : deliver());
    from.on('data', (bytes: Buffer) => {
      if (isDocument && this.#held && bytes[0] === 0x88) this.#hasHeldAGoodbye = true;
      soon(() => to.write(bytes));
    });
    from.on('end', () => soon(() => to.end()));
    from.on('close', (hasFailed: boolean) => soon(() => (hasFailed ? to.destroy() : to.end())));
  }

  #track(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#open.delete(socket));
  }
}
