/** One person's stage connection without a browser: the state as this person knows it, and every byte that came. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { reduce } from '../../src/domain/stage/reduce.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { Command, CommandAck } from '../../src/protocol/commands.ts';
import type {
  Answers,
  EarlyCounts,
  OwnBallots,
  Presence,
  StageCast,
  StageSnapshot,
} from '../../src/protocol/stage-wire.ts';

export class HeadlessStage {
  state: StageState | null = null;
  presence: Presence = [];
  answers: Answers = [];
  early: EarlyCounts = [];
  /** Null until the server has said which; a connection that watches is never told. */
  ballots: OwnBallots | null = null;
  /** Every message as text, for byte searches. */
  readonly received: string[] = [];
  readonly #socket: Socket;
  readonly #listeners = new Set<() => void>();

  constructor(origin: string, room: string, cookie: string, query: Record<string, string> = {}) {
    this.#socket = io(origin, {
      transports: ['websocket'],
      query: { room, ...query },
      extraHeaders: { cookie, origin },
      reconnection: false,
      autoConnect: false,
      forceNew: true,
    });
    this.#socket.on('stage', (snapshot: StageSnapshot<StageState>) => (this.state = snapshot.state));
    this.#socket.on('events', ({ rev, events }: StageCast<StageEvent>) => this.#apply(rev, events));
    this.#socket.on('presence', (presence: Presence) => (this.presence = presence));
    this.#socket.on('answers', (answers: Answers) => (this.answers = answers));
    this.#socket.on('early', (counts: EarlyCounts) => (this.early = counts));
    this.#socket.on('ballots', (ballots: OwnBallots) => (this.ballots = ballots));
    this.#socket.onAny((...message: unknown[]) => {
      this.received.push(JSON.stringify(message));
      // Called before the message has had its effect on the state.
      queueMicrotask(() => {
        for (const listener of [...this.#listeners]) listener();
      });
    });
  }

  /** Resolves with the first snapshot; rejects with the code when refused. */
  async connect(): Promise<StageState> {
    this.state = null;
    const refused = new Promise<never>((_, reject) => {
      this.#socket.once('connect_error', (error: Error & { data?: { code?: string } }) =>
        reject(new Error(error.data?.code ?? error.message)),
      );
    });
    this.#socket.connect();
    await Promise.race([this.until(() => this.state !== null), refused]);
    return this.state as unknown as StageState;
  }

  command(command: Command, options: { cmdId?: string; expectedRev?: number } = {}): Promise<CommandAck> {
    return this.raw({
      cmdId: options.cmdId ?? randomUUID().slice(0, 32).replaceAll('-', ''),
      ...(options.expectedRev === undefined ? {} : { expectedRev: options.expectedRev }),
      command,
    });
  }

  /** Sends anything at all as a command. */
  raw(frame: unknown): Promise<CommandAck> {
    return this.#socket.timeout(30_000).emitWithAck('command', frame) as Promise<CommandAck>;
  }

  send(event: string, ...payload: unknown[]): void {
    this.#socket.emit(event, ...payload);
  }

  ask(event: string): Promise<unknown> {
    return this.#socket.timeout(30_000).emitWithAck(event);
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  onDisconnect(listener: () => void): void {
    this.#socket.on('disconnect', listener);
  }

  /** Resolves as soon as the predicate holds, looking after every message. */
  async until(holds: () => boolean, timeoutMs = 30_000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(check);
        reject(new Error('waited in vain'));
      }, timeoutMs);
      const check = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#listeners.delete(check);
        resolve();
      };
      this.#listeners.add(check);
    });
  }

  disconnect(): void {
    this.#socket.disconnect();
  }

  #apply(rev: number, events: readonly StageEvent[]): void {
    const first = rev - events.length + 1;
    if (!this.state || first > this.state.rev + 1) throw new Error('a revision is missing');
    for (const [index, event] of events.entries()) {
      if (first + index > this.state.rev) this.state = reduce(this.state, event, first + index);
    }
  }
}
