/** The stage over Socket.IO: what the server says about the meeting, and what this person asks of it. */
import { io, type Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import type { StageEvent } from '#domain/stage/events.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command, CommandAck, CommandFrame } from '#protocol/commands.ts';
import { errors, type ErrorCode } from '#protocol/errors.ts';
import type { RoomId, SeatId } from '#protocol/ids.ts';
import {
  protocolVersion,
  type Answers,
  type ClockAnswer,
  type EarlyCounts,
  type Leaderless,
  type OwnBallots,
  type Presence,
  type Reactions,
  type StageCast,
  type StageSnapshot,
} from '#protocol/stage-wire.ts';
import { Amendments, type Amendment } from './amendments.ts';
import { CommandSender } from './command-sender.ts';
import { Gestures, type Say } from './gestures.ts';
import { placeOf, sendFromHere, type MovableStage } from './moves.ts';
import { Retry } from './retry.ts';
import type { StageLog } from './stage-log.ts';

const answerWithinMs = 5_000;
const refusalSchema = z.object({ code: z.enum(Object.keys(errors) as ErrorCode[]) });

export interface StageTarget {
  /** http://host or https://host. */
  readonly origin: string;
  readonly room: RoomId;
  readonly seat: SeatId;
  readonly asObserver: boolean;
}

export interface StageListener {
  readonly stageMoved: (before: StageState | null, after: StageState) => void;
  readonly presenceChanged: (presence: Presence) => void;
  readonly answersChanged: (answers: Answers) => void;
  readonly earlyCounted: (counts: EarlyCounts) => void;
  readonly ballotsChanged: (own: OwnBallots) => void;
  readonly reactionsHeard: (reactions: Reactions) => void;
  /** Somebody takes care of the minute that this person asked for. */
  readonly minuteSeen: () => void;
  readonly leaderlessChanged: (since: Leaderless) => void;
  /** A link was renewed, or may have been while nobody could say so; or another role may know others. */
  readonly linksMayDiffer: () => void;
  readonly connected: (serverNow: number) => void;
  /** Nothing is tried any more. */
  readonly ended: (code: ErrorCode) => void;
  /** The server speaks a newer protocol: this page has to be loaded again. */
  readonly outdated: () => void;
}

export class StageConnection {
  readonly gestures: Gestures;
  readonly #socket: Socket;
  readonly #log: StageLog;
  readonly #listener: StageListener;
  readonly #commands: CommandSender;
  readonly #amendments = new Amendments();
  readonly #retry: Retry;
  #ended = false;
  #refreshing: Promise<void> | null = null;

  constructor(
    { origin, room, seat, asObserver }: StageTarget,
    log: StageLog,
    listener: StageListener,
    { random, newId }: { readonly random: () => number; readonly newId: () => string },
  ) {
    this.#log = log;
    this.#listener = listener;
    this.#socket = io(origin, {
      transports: ['websocket'],
      query: { room, ...(asObserver ? { as: 'observer' } : {}) },
      withCredentials: true,
      reconnection: false,
      forceNew: true,
      autoConnect: false,
    });
    this.#commands = new CommandSender(this.#wire(), newId);
    this.#retry = new Retry(() => this.#socket.connect(), random);
    this.gestures = new Gestures(seat, (gesture, what) => this.#say(gesture, what), listener.minuteSeen);
    this.#listen();
    this.#socket.connect();
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  command(command: Command, from: 'anywhere' | 'bell'): Promise<CommandAck> {
    return sendFromHere(this.#asked(), command, from);
  }

  amend(work: Amendment): Promise<CommandAck> {
    return this.#amendments.ask(this.#asked(), work);
  }

  /** What was asked of the server waits for a connection. */
  get isHoldingBack(): boolean {
    return this.#commands.isHoldingBack;
  }

  /** The server's time in ms. Rejects without an answer. */
  async askTime(): Promise<number> {
    const answer = (await this.#socket.timeout(answerWithinMs).emitWithAck('clock')) as ClockAnswer;
    return answer.now;
  }

  /** What is open is taken for dead, though nobody has said so yet. */
  lose(): void {
    if (this.#ended) return;
    this.#socket.disconnect();
    this.#tryLater();
  }

  /** Tries at once what would be tried later. */
  hurry(): void {
    if (this.#retry.isDue) this.#retry.now();
  }

  close(): void {
    this.#ended = true;
    this.#retry.stop();
    this.#commands.giveUp();
    this.#socket.disconnect();
  }

  #listen(): void {
    this.#socket.on('stage', (snapshot: StageSnapshot<StageState>) => this.#arrived(snapshot));
    this.#socket.on('events', (cast: StageCast<StageEvent>) => this.#heard(cast));
    this.#socket.on('presence', (presence: Presence) => this.#present(presence));
    this.#socket.on('answers', (answers: Answers) => this.#listener.answersChanged(answers));
    this.#socket.on('early', (counts: EarlyCounts) => this.#listener.earlyCounted(counts));
    this.#socket.on('ballots', (own: OwnBallots) => this.#listener.ballotsChanged(own));
    this.#socket.on('leaderless', (since: Leaderless) => this.#listener.leaderlessChanged(since));
    this.#socket.on('links', () => this.#listener.linksMayDiffer());
    this.#socket.on('reactions', (reactions: Reactions) => this.#listener.reactionsHeard(reactions));
    this.#socket.on('goodbye', (why: unknown) => this.#refused(why));
    this.#socket.on('disconnect', () => this.#tryLater());
    this.#socket.on('connect_error', (error: Error & { data?: unknown }) => {
      this.#refused(error.data);
      this.#tryLater();
    });
  }

  #arrived(snapshot: StageSnapshot<StageState>): void {
    this.#retry.succeeded();
    if (!this.#takeSnapshot(snapshot)) return;
    this.#listener.connected(snapshot.now);
    this.#listener.linksMayDiffer();
    this.#commands.resend();
    this.gestures.connected();
  }

  #present(presence: Presence): void {
    this.gestures.shown(presence);
    this.#listener.presenceChanged(presence);
  }

  #say(...[gesture, what]: Parameters<Say>): void {
    if (this.#socket.connected) this.#socket.emit(gesture, what);
  }

  #takeSnapshot(snapshot: StageSnapshot<StageState>): boolean {
    if (snapshot.protocol !== protocolVersion) {
      this.#listener.outdated();
      return false;
    }
    this.#move(() => this.#log.takeSnapshot(snapshot.state));
    return true;
  }

  #heard(cast: StageCast<StageEvent>): void {
    this.#move(() => {
      if (this.#log.takeCast(cast) === 'gap') void this.#refresh();
    });
  }

  #move(change: () => void): void {
    const before = this.#log.state;
    change();
    const after = this.#log.state;
    if (!after || after === before) return;
    if (!before || placeOf(before) !== placeOf(after)) this.gestures.askedAnew();
    this.#listener.stageMoved(before, after);
  }

  #asked(): MovableStage {
    const log = this.#log;
    return {
      get state() {
        return log.state;
      },
      refresh: () => this.#refresh(),
      send: (body, expectedRev) => this.#commands.send(body, expectedRev),
    };
  }

  /** Without an answer the next connection brings the state anyway. */
  #refresh(): Promise<void> {
    this.#refreshing ??= this.#askSnapshot().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #askSnapshot(): Promise<void> {
    try {
      const answer: unknown = await this.#socket.timeout(answerWithinMs).emitWithAck('snapshot');
      this.#takeSnapshot(answer as StageSnapshot<StageState>);
    } catch {
      return;
    }
  }

  /** What may be tried again is left to the disconnect that follows. */
  #refused(why: unknown): void {
    const code = refusalSchema.safeParse(why).data?.code;
    if (this.#ended || !code || errors[code].retry) return;
    this.close();
    this.#listener.ended(code);
  }

  #tryLater(): void {
    if (!this.#ended) this.#retry.later();
  }

  #wire() {
    const socket = this.#socket;
    return {
      get connected() {
        return socket.connected;
      },
      post: (frame: CommandFrame) =>
        socket.timeout(answerWithinMs).emitWithAck('command', frame) as Promise<CommandAck>,
    };
  }
}
