/** One person's live connection to the stage. Room and seat come from the visit, never from a message. */
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { giveLensOnArrival } from '../../src/domain/stage/arrivals.ts';
import { commandSchema, type CommandAck } from '../../src/protocol/commands.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import {
  handSchema,
  holdingSchema,
  lookingSchema,
  lowerHandSchema,
  minuteSchema,
  minuteSeenSchema,
  protocolVersion,
  reactSchema,
  readySchema,
  type StageCast,
  type StageSnapshot,
} from '../../src/protocol/stage-wire.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { eventFor, stageFor } from '../../src/domain/stage/seen-by.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { Visit } from '../rooms/entrance.ts';
import { failureCode } from '../rooms/room-deleted.ts';
import type { Chance, Clock } from '../rooms/surroundings.ts';
import { obey } from './command.ts';
import type { StageHub } from './stage-hub.ts';

/** Makes the allowance of one connection; asking it takes one message from it. */
export type BudgetOf = () => () => boolean;

export interface StageConnectionOptions {
  readonly socket: Socket;
  readonly visit: Visit;
  readonly hub: StageHub;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
  readonly newBudget: BudgetOf;
}

export class StageConnection {
  readonly #socket: Socket;
  readonly #visit: Visit;
  readonly #hub: StageHub;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #log: Logger;
  readonly #mayAsk: () => boolean;
  readonly #mayTell: () => boolean;
  /** Something is being moved in this tab; another one of the same person may stay. */
  #holds = false;
  #toldPresence = '';

  constructor({ socket, visit, hub, clock, chance, log, newBudget }: StageConnectionOptions) {
    this.#socket = socket;
    this.#visit = visit;
    this.#hub = hub;
    this.#clock = clock;
    this.#chance = chance;
    this.#log = log;
    this.#mayAsk = newBudget();
    this.#mayTell = newBudget();
  }

  open(): void {
    const { room, seat, watching } = this.#visit;
    const leave = watching ? () => {} : room.attendance.arrive(seat);
    const stops = [
      room.onEnd((code) => this.#end(code)),
      this.#hub.onPresence(() => this.#sendPresence()),
      this.#hub.onPartialCast((cast) => this.#sendPart(cast)),
      room.onStage(({ events }) => {
        if (!events.some((event) => changesRole(event, seat))) return;
        this.#socket.emit('stage', this.#snapshot());
        // After a whole stage everything of one's own is looked for anew, so it is told even where it is the same.
        this.#toldPresence = '';
        this.#sendPresence();
      }),
      this.#hub.answers.onChange((answers) => this.#socket.emit('answers', answers)),
      this.#hub.early.onChange((counts) => this.#socket.emit('early', counts)),
      room.leadership.onChange((since) => this.#socket.emit('leaderless', since)),
      room.seats.onNewLink(() => this.#socket.emit('links')),
      ...(watching ? [] : this.#followOwnBallots()),
    ];
    this.#socket.on('error', () => this.#socket.disconnect(true));
    this.#socket.on('disconnect', () => {
      for (const stop of stops) stop();
      if (this.#holds) this.#hold([]);
      leave(this.#clock.now());
      this.#visit.leave();
    });
    this.#listen();
    // Joined and sent within one tick: no committed event can fall between the snapshot and the casts.
    void this.#socket.join(room.id);
    this.#socket.emit('stage', this.#snapshot());
    this.#sendPresence();
    this.#socket.emit('answers', this.#hub.answers.now());
    this.#socket.emit('early', this.#hub.early.counts);
    this.#socket.emit('leaderless', room.leadership.leaderlessSince);
    // Last of all, for it may have ended already.
    stops.push(this.#visit.onEnd((code) => this.#end(code)));
    if (watching) return;
    this.#sendBallots();
    this.#giveLens();
  }

  /** A seat is told of its own ballots, in each of its tabs, and of what it may do with them now. */
  #followOwnBallots(): (() => void)[] {
    const { room, seat } = this.#visit;
    return [
      room.ballots.onCast((whose) => {
        if (whose === seat) this.#sendBallots();
      }),
      room.onStage(({ events }) => {
        if (events.some(changesBallots)) this.#sendBallots();
      }),
    ];
  }

  #sendBallots(): void {
    const { room, seat } = this.#visit;
    this.#socket.emit('ballots', room.ballots.storedOf(seat));
  }

  #sendPart({ rev, events }: StageCast<StageEvent>): void {
    const role = this.#visit.role();
    const { stage } = this.#visit.room;
    this.#socket.emit('events', { rev, events: events.map((event) => eventFor(role, event, stage)) });
  }

  /** Only where it differs: that something changed which one may not see would be seen by the same words coming again. */
  #sendPresence(): void {
    const { seat, watching } = this.#visit;
    const presence = this.#hub.presenceFor(this.#visit.role(), watching ? null : seat);
    const told = JSON.stringify(presence);
    if (told === this.#toldPresence) return;
    this.#toldPresence = told;
    this.#socket.emit('presence', presence);
  }

  #listen(): void {
    this.#socket.on('command', (frame: unknown, ack: unknown) => void this.#command(frame, replyOf(ack)));
    this.#socket.on('snapshot', (ack: unknown) => {
      if (this.#mayTell()) replyOf(ack)(this.#snapshot());
    });
    this.#socket.on('clock', (ack: unknown) => {
      if (this.#mayTell()) replyOf(ack)({ now: this.#clock.now() });
    });
    this.#socket.on('ready', (message: unknown) => {
      const ready = readySchema.safeParse(message);
      if (ready.success && this.#isTaking())
        this.#visit.room.attendance.setReady(this.#visit.seat, ready.data);
    });
    this.#socket.on('hand', (message: unknown) => {
      const hand = handSchema.safeParse(message);
      if (hand.success && this.#isTaking()) this.#visit.room.attendance.setHand(this.#visit.seat, hand.data);
    });
    this.#socket.on('holding', (message: unknown) => {
      const holding = holdingSchema.safeParse(message);
      if (holding.success && this.#isTaking()) this.#hold(holding.data);
    });
    this.#socket.on('lowerHand', (message: unknown) => {
      const seat = lowerHandSchema.safeParse(message);
      if (seat.success && this.#isTaking() && this.#visit.role() === 'facilitator')
        this.#visit.room.attendance.setHand(seat.data, false);
    });
    this.#socket.on('react', (message: unknown) => {
      const reaction = reactSchema.safeParse(message);
      if (reaction.success && this.#isTaking() && this.#visit.room.stage.phase !== 'closed')
        this.#hub.reactions.add(this.#visit.seat, reaction.data);
    });
    this.#socket.on('minute', (message: unknown) => {
      const needs = minuteSchema.safeParse(message);
      if (needs.success && this.#isTaking())
        this.#visit.room.attendance.setMinute(this.#visit.seat, needs.data);
    });
    this.#socket.on('minuteSeen', (message: unknown) => {
      const seat = minuteSeenSchema.safeParse(message);
      if (seat.success && this.#isTaking() && this.#visit.role() === 'facilitator')
        this.#visit.room.attendance.seeMinute(seat.data);
    });
    this.#socket.on('looking', (message: unknown) => {
      const looking = lookingSchema.safeParse(message);
      if (looking.success && this.#isTaking()) this.#look(looking.data);
    });
  }

  /** Observers and the wall take no part: they are neither ready nor looking. */
  #isTaking(): boolean {
    const role = this.#visit.role();
    return this.#mayTell() && role !== null && role !== 'observer';
  }

  #hold(notes: readonly string[]): void {
    this.#holds = notes.length > 0;
    this.#visit.room.attendance.setHolding(this.#visit.seat, notes);
  }

  #look(segment: string | null): void {
    const { room, seat } = this.#visit;
    const isThere = segment === null || room.stage.segments.some(({ id }) => id === segment);
    if (isThere) room.attendance.setLooking(seat, segment);
  }

  async #command(message: unknown, reply: (ack: CommandAck) => void): Promise<void> {
    if (!this.#mayAsk()) return reply({ ok: false, code: 'too-many' });
    const frame = commandSchema.safeParse(message);
    if (!frame.success) return reply({ ok: false, code: 'bad-input' });
    try {
      reply(await this.#visit.room.do((turn) => obey(this.#visit, turn, frame.data, this.#chance)));
    } catch (error) {
      const code = failureCode(error);
      if (code !== 'room-deleted')
        this.#log.error({ room: this.#visit.room.id, err: error }, 'a command could not be carried out');
      reply({ ok: false, code });
    }
  }

  /** Whoever arrives in the middle of a round gets the lens that fewest hold. */
  #giveLens(): void {
    const { room, seat } = this.#visit;
    if (giveLensOnArrival(room.stage, seat, room.now).length === 0) return;
    room.do((turn) => turn.emit(giveLensOnArrival(turn.stage, seat, turn.now))).catch(() => {});
  }

  #snapshot(): StageSnapshot<StageState> {
    const { stage, now } = this.#visit.room;
    return { protocol: protocolVersion, rev: stage.rev, state: stageFor(this.#visit.role(), stage), now };
  }

  #end(code: ErrorCode): void {
    this.#socket.emit('goodbye', { code });
    this.#socket.disconnect(true);
  }
}

/** Clients may leave the acknowledgement out. */
function replyOf(ack: unknown): (answer: unknown) => void {
  return typeof ack === 'function' ? (ack as (answer: unknown) => void) : () => {};
}

/** Another role is sent more of the stage, or less. */
function changesRole(event: StageEvent, seat: string): boolean {
  return (event.type === 'seatRaised' || event.type === 'seatRoleSet') && event.seat === seat;
}

/** What fits may not fit any more, or again. */
function changesBallots({ type }: StageEvent): boolean {
  return type === 'voteBudgetSet' || type === 'ballotsGranted';
}
