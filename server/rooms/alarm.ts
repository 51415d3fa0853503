/**
 * Rings the bell, completes a reveal and ends writing early when their time has come; set again after every turn and
 * after a restart.
 */
import { endEarly } from '../../src/domain/stage/before.ts';
import { completeReveal, dueReveal, nextAlarm, ringBell } from '../../src/domain/stage/alarms.ts';
import { completeSuccession, endSuccession } from '../../src/domain/stage/succession.ts';
import { limits } from '../../src/protocol/limits.ts';
import { lensesWritten, publishSegment } from './publication.ts';
import type { Room } from './room.ts';
import { changeSeats } from './seat-changes.ts';
import type { Chance, Clock } from './surroundings.ts';
import type { Turn } from './turn.ts';

export class Alarm {
  readonly #room: Room;
  readonly #clock: Clock;
  readonly #chance: Chance;
  #dueAt: number | null = null;
  #cancel: () => void = () => {};

  constructor(room: Room, clock: Clock, chance: Chance) {
    this.#room = room;
    this.#clock = clock;
    this.#chance = chance;
  }

  start(): void {
    this.#room.onTurn(() => this.#set());
    this.#room.leadership.onChange(() => this.#dropSuccession());
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

  /** A facilitator is back, so nobody else has to be. */
  #dropSuccession(): void {
    const { leadership, stage } = this.#room;
    if (!stage.succession || leadership.leaderlessSince !== null) return;
    this.#room.do((turn) => turn.emit(endSuccession(turn.stage, turn.now))).catch(() => {});
  }

  #ring(): void {
    this.#dueAt = null;
    // A failed commit drops the room; whoever loads it next sets the alarm again.
    this.#room.do((turn) => answerAlarm(this.#room, turn, this.#chance)).catch(() => {});
  }
}

/** Does what is due at `turn.now`. A timer may fire a little early: then nothing happens and it is set again. */
export function answerAlarm(room: Room, turn: Turn, chance: Chance): void {
  const segment = dueReveal(turn.stage, turn.now);
  if (segment !== null) {
    const isFirst = turn.stage.gathers[segment]?.reveal.kind !== 'revealed';
    turn.emit(completeReveal(turn.stage, turn.now, { lensesWritten: lensesWritten(room, segment) }));
    const reveal = turn.stage.gathers[segment]?.reveal;
    // Few write late, and who held which lens last is known: a late note would name its author by its lens.
    const hidesLenses = !isFirst && !turn.stage.named;
    if (reveal?.kind === 'revealed')
      publishSegment(room, turn, segment, hidesLenses ? [] : reveal.shown, chance);
  }
  turn.emit(endEarly(turn.stage, turn.now));
  turn.emit(ringBell(turn.stage, turn.now));
  const here = room.attendance.connectedWithin(limits.presenceGraceMs, turn.now);
  const succeeded = completeSuccession(turn.stage, turn.now, room.loadedAt, (seat) => here.includes(seat));
  turn.emit(succeeded);
  changeSeats(room, turn, succeeded);
}
