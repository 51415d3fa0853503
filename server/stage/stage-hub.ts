/** Everybody who follows one room's stage: committed events in order, and presence no oftener than the eye needs. */
import type { Server } from 'socket.io';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { dropOffersExcept } from '../../src/domain/stage/lens-trading.ts';
import { isForFacilitators } from '../../src/domain/stage/seen-by.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import type { Presence, StageCast } from '../../src/protocol/stage-wire.ts';
import type { Room } from '../rooms/room.ts';
import type { Clock } from '../rooms/surroundings.ts';
import { AnswerCount } from './answer-count.ts';
import { EarlyCount } from './early-count.ts';
import { ReactionCount } from './reactions.ts';

const presenceEveryMs = 150;

export class StageHub {
  readonly room: Room;
  readonly answers: AnswerCount;
  readonly early: EarlyCount;
  readonly reactions: ReactionCount;
  readonly #clock: Clock;
  readonly #stops: (() => void)[];
  readonly #presenceReaders = new Set<() => void>();
  readonly #castReaders = new Set<(cast: StageCast<StageEvent>) => void>();
  #stopPresence: (() => void) | null = null;
  #stopAbsence: () => void = () => {};

  constructor(room: Room, io: Server, clock: Clock) {
    this.room = room;
    this.#clock = clock;
    this.#stops = [
      room.onStage(({ rev, events }) => {
        if (events.some((event) => isForFacilitators(event, room.stage)))
          for (const reader of this.#castReaders) reader({ rev, events });
        else io.to(room.id).emit('events', { rev, events });
        if (events.some(asksAnew)) room.attendance.clearReady();
        if (events.some(({ type }) => type === 'swapOffered')) this.#dropOffers();
      }),
      room.attendance.onChange(() => this.#presenceSoon()),
    ];
    this.answers = new AnswerCount(room, clock, () => this.#here());
    this.early = new EarlyCount(room, clock);
    this.reactions = new ReactionCount(clock, (told) => io.to(room.id).emit('reactions', told));
  }

  /**
   * As somebody in this role may know it. A tab that reloads or changes networks is not shown as gone before the
   * grace is over; where people look, and who needs a minute, is for whoever leads them. `self` is the seat that is
   * told, null for a connection that only watches.
   */
  presenceFor(role: Role | null, self: SeatId | null): Presence {
    const here = this.#here();
    return this.room.attendance.presence().map((one) => ({
      ...one,
      connected: here.has(one.seat),
      lookingAt: role === 'facilitator' ? one.lookingAt : null,
      needsMinute: one.needsMinute && (role === 'facilitator' || one.seat === self),
    }));
  }

  /** Calls with events that not everybody is sent whole; all others are cast to everybody at once. */
  onPartialCast(reader: (cast: StageCast<StageEvent>) => void): () => void {
    this.#castReaders.add(reader);
    return () => this.#castReaders.delete(reader);
  }

  /** Calls when presence has changed, at most a few times a second; returns its own stop. */
  onPresence(reader: () => void): () => void {
    this.#presenceReaders.add(reader);
    return () => this.#presenceReaders.delete(reader);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.answers.close();
    this.early.close();
    this.reactions.close();
    this.#stopPresence?.();
    this.#stopAbsence();
  }

  #here(): ReadonlySet<SeatId> {
    return new Set(this.room.attendance.connectedWithin(limits.presenceGraceMs, this.#clock.now()));
  }

  #presenceSoon(): void {
    this.#stopPresence ??= this.#clock.after(presenceEveryMs, () => {
      this.#stopPresence = null;
      this.#tellPresence();
    });
    this.#stopAbsence();
    this.#stopAbsence = this.#clock.after(limits.presenceGraceMs + presenceEveryMs, () => {
      this.#tellPresence();
    });
  }

  #tellPresence(): void {
    this.room.attendance.forgetWishesExcept(this.#here());
    this.#dropOffers();
    for (const reader of this.#presenceReaders) reader();
    this.answers.tell();
  }

  /** Nobody is asked to swap lenses by somebody who has gone. */
  #dropOffers(): void {
    const { room } = this;
    const drop = (stage: StageState) => dropOffersExcept(stage, this.#here(), room.now);
    if (drop(room.stage).length === 0) return;
    room.do((turn) => turn.emit(drop(turn.stage))).catch(() => {});
  }
}

export class StageHubs {
  readonly #io: Server;
  readonly #clock: Clock;
  readonly #hubs = new Map<Room, StageHub>();

  constructor(io: Server, clock: Clock) {
    this.#io = io;
    this.#clock = clock;
  }

  /** The room's hub; it goes with the room. */
  visit(room: Room): StageHub {
    let hub = this.#hubs.get(room);
    if (!hub) {
      hub = new StageHub(room, this.#io, this.#clock);
      this.#hubs.set(room, hub);
      room.onEnd(() => {
        this.#hubs.get(room)?.close();
        this.#hubs.delete(room);
      });
    }
    return hub;
  }
}

function asksAnew({ type }: StageEvent): boolean {
  return type === 'segmentEntered' || type === 'roundStarted' || type === 'meetingStarted';
}
