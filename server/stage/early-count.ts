/**
 * How many people have written ahead for each segment that is open for it: numbers, and nothing else of a desk. Counted
 * at fixed moments, so that it cannot be told when exactly somebody wrote, and sent only when it differs.
 *
 * Seats that have written are added up without regard to their names: if two seats of one name counted as one here,
 * whoever takes a colleague's name and writes would learn from the number whether the colleague has. Names decide
 * only out of how many it is, which nobody's writing changes.
 */
import { countPeople } from '../../src/domain/stage/expected.ts';
import { writingSeats } from '../../src/domain/stage/gathering.ts';
import type { SeatId, SegmentId } from '../../src/protocol/ids.ts';
import type { EarlyCounts } from '../../src/protocol/stage-wire.ts';
import type { Room } from '../rooms/room.ts';
import type { Clock } from '../rooms/surroundings.ts';

/** Counting falls on multiples of this, in server time. */
const countEveryMs = 10_000;

export class EarlyCount {
  readonly #room: Room;
  readonly #clock: Clock;
  readonly #stop: () => void;
  readonly #readers = new Set<(counts: EarlyCounts) => void>();
  #counts: EarlyCounts;
  #stopCounting: (() => void) | null = null;

  constructor(room: Room, clock: Clock) {
    this.#room = room;
    this.#clock = clock;
    this.#counts = this.#count();
    this.#stop = room.onTurn(() => this.#countSoon());
  }

  /** As last counted: whoever connects again and again sees no more than the others. */
  get counts(): EarlyCounts {
    return this.#counts;
  }

  /** Returns its own stop. */
  onChange(reader: (counts: EarlyCounts) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  close(): void {
    this.#stop();
    this.#stopCounting?.();
  }

  #countSoon(): void {
    if (this.#room.stage.early === null && this.#counts.length === 0) return;
    const untilNext = countEveryMs - (this.#clock.now() % countEveryMs);
    this.#stopCounting ??= this.#clock.after(untilNext, () => {
      this.#stopCounting = null;
      this.#tell();
    });
  }

  #tell(): void {
    const counts = this.#count();
    if (JSON.stringify(counts) === JSON.stringify(this.#counts)) return;
    this.#counts = counts;
    for (const reader of this.#readers) reader(counts);
  }

  #count(): EarlyCounts {
    const { stage } = this.#room;
    const writers = writingSeats(stage);
    const of = countPeople(stage, writers);
    return (stage.early?.segments ?? []).map((segment) => {
      const written = writers.filter((seat) => this.#hasWritten(seat, segment)).length;
      return { segment, written: Math.min(written, of), of };
    });
  }

  #hasWritten(seat: SeatId, segment: SegmentId): boolean {
    return this.#room
      .desk(seat)
      .readDrafts()
      .some((draft) => draft.segment === segment && draft.published === null && draft.text.trim() !== '');
  }
}
