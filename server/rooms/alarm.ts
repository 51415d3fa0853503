/** Rings the bell and completes a reveal when their time has come; set again after every turn and after a restart. */
import { completeReveal, nextAlarm, ringBell } from '../../src/domain/stage/alarms.ts';
import { publishSegment } from './publication.ts';
import type { Room } from './room.ts';
import type { Clock } from './surroundings.ts';
import type { Turn } from './turn.ts';

export class Alarm {
  readonly #room: Room;
  readonly #clock: Clock;
  #dueAt: number | null = null;
  #cancel: () => void = () => {};

  constructor(room: Room, clock: Clock) {
    this.#room = room;
    this.#clock = clock;
  }

  start(): void {
    this.#room.onTurn(() => this.#set());
    this.#room.onEnd(() => this.#cancel());
    this.#set();
  }

  #set(): void {
    const dueAt = nextAlarm(this.#room.stage);
    if (dueAt === this.#dueAt) return;
    this.#cancel();
    this.#dueAt = dueAt;
    if (dueAt === null) return;
    this.#cancel = this.#clock.after(dueAt - this.#clock.now(), () => this.#ring());
  }

  #ring(): void {
    this.#dueAt = null;
    // A failed commit drops the room; whoever loads it next sets the alarm again.
    this.#room.do((turn) => answerAlarm(this.#room, turn)).catch(() => {});
  }
}

/** Does what is due at `turn.now`; early calls do nothing, so that a timer may fire a little before its time. */
export function answerAlarm(room: Room, turn: Turn): void {
  const revealed = completeReveal(turn.stage, turn.now, (segment, shown) =>
    publishSegment(room, turn, segment, shown),
  );
  turn.emit(revealed);
  turn.emit(ringBell(turn.stage, turn.now));
}
