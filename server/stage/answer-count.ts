/**
 * How many have answered each open poll: numbers, and nothing else of a ballot. Told no oftener than the eye needs, and
 * only when it differs: that somebody changed their answer is nobody's business.
 */
import { answeredSeats } from '../../src/domain/ballots/tally.ts';
import { mayCommand } from '../../src/domain/stage/permissions.ts';
import { openPolls } from '../../src/domain/stage/polls.ts';
import { roleOf } from '../../src/domain/stage/standing.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import type { Answers } from '../../src/protocol/stage-wire.ts';
import type { Room } from '../rooms/room.ts';
import type { Clock } from '../rooms/surroundings.ts';

const tellEveryMs = 150;

export class AnswerCount {
  readonly #room: Room;
  readonly #clock: Clock;
  readonly #here: () => Iterable<SeatId>;
  readonly #stops: (() => void)[];
  readonly #readers = new Set<(answers: Answers) => void>();
  #told = '[]';
  #stopTelling: (() => void) | null = null;

  /** `here` gives the seats that count as connected now. */
  constructor(room: Room, clock: Clock, here: () => Iterable<SeatId>) {
    this.#room = room;
    this.#clock = clock;
    this.#here = here;
    this.#stops = [room.onStage(() => this.#tellSoon()), room.ballots.onCast(() => this.#tellSoon())];
  }

  now(): Answers {
    const { stage, ballots } = this.#room;
    const mayAnswer = [...this.#here()].filter((seat) => this.#mayAnswer(seat));
    return openPolls(stage).map((poll) => {
      const answered = answeredSeats(poll, ballots.stored(poll.id));
      return { poll: poll.id, answered: answered.length, of: new Set([...mayAnswer, ...answered]).size };
    });
  }

  /** Returns its own stop. */
  onChange(reader: (answers: Answers) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  tell(): void {
    const answers = this.now();
    const told = JSON.stringify(answers);
    if (told === this.#told) return;
    this.#told = told;
    for (const reader of this.#readers) reader(answers);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#stopTelling?.();
  }

  #tellSoon(): void {
    this.#stopTelling ??= this.#clock.after(tellEveryMs, () => {
      this.#stopTelling = null;
      this.tell();
    });
  }

  #mayAnswer(seat: SeatId): boolean {
    const role = roleOf(this.#room.stage, seat);
    return role !== null && mayCommand(role, 'castBallot');
  }
}
