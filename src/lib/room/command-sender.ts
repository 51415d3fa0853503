/**
 * Commands that outlive a connection: each keeps its cmdId until the server has answered it, so that one that was
 * carried out before its answer got lost is not carried out twice.
 */
import type { Command, CommandAck, CommandFrame } from '#protocol/commands.ts';
import { errors, type ErrorCode } from '#protocol/errors.ts';

export interface CommandWire {
  readonly connected: boolean;
  /** Rejects when no answer came within the wire's time. */
  post(frame: CommandFrame): Promise<CommandAck>;
}

interface Waiting {
  readonly frame: CommandFrame;
  readonly answer: (ack: CommandAck) => void;
  posted: boolean;
  /** What to say if nothing better comes: as long as no posted copy is without an answer, nothing was carried out. */
  otherwise: ErrorCode;
}

const tryAgainMs = 1_000;

export class CommandSender {
  readonly #wire: CommandWire;
  readonly #newId: () => string;
  readonly #giveUpMs: number;
  readonly #waiting = new Set<Waiting>();

  constructor(wire: CommandWire, newId: () => string, giveUpMs = 30_000) {
    this.#wire = wire;
    this.#newId = newId;
    this.#giveUpMs = giveUpMs;
  }

  /** In the end `unreachable` where it never left this page, `unanswered` where it may have been carried out. */
  send(command: Command, expectedRev?: number): Promise<CommandAck> {
    const frame: CommandFrame = {
      cmdId: this.#newId(),
      command,
      ...(expectedRev === undefined ? {} : { expectedRev }),
    };
    return new Promise((resolve) => {
      const waiting: Waiting = {
        frame,
        posted: false,
        otherwise: 'unreachable',
        answer: (ack) => finish(ack),
      };
      const timer = setTimeout(() => finish({ ok: false, code: waiting.otherwise }), this.#giveUpMs);
      const finish = (ack: CommandAck) => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        resolve(ack);
      };
      this.#waiting.add(waiting);
      this.#post(waiting);
    });
  }

  /** Something has not been answered, and nobody can say when it will be. */
  get isHoldingBack(): boolean {
    return this.#waiting.size > 0 && !this.#wire.connected;
  }

  /** To be called at every new connection. */
  resend(): void {
    for (const waiting of this.#waiting) this.#post(waiting);
  }

  giveUp(): void {
    for (const waiting of [...this.#waiting]) waiting.answer({ ok: false, code: waiting.otherwise });
  }

  #post(waiting: Waiting): void {
    if (waiting.posted || !this.#wire.connected) return;
    waiting.posted = true;
    const before = waiting.otherwise;
    waiting.otherwise = 'unanswered';
    this.#wire.post(waiting.frame).then(
      (ack) => this.#answered(waiting, ack, before),
      () => this.#repost(waiting),
    );
  }

  #answered(waiting: Waiting, ack: CommandAck, before: ErrorCode): void {
    if (ack.ok || !errors[ack.code].retry || ack.code === 'conflict') return waiting.answer(ack);
    waiting.otherwise = before === 'unanswered' ? before : ack.code;
    setTimeout(() => this.#repost(waiting), tryAgainMs);
  }

  #repost(waiting: Waiting): void {
    waiting.posted = false;
    if (this.#waiting.has(waiting)) this.#post(waiting);
  }
}
