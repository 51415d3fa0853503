/**
 * How many people have written ahead for each segment that is open for it: numbers, and nothing else of a desk. Counted
 * at fixed moments, so that it cannot be told when exactly somebody wrote, and sent only when it differs. After the end
 * they are counted once more: whoever changes the agenda then still learns for which parts people have written.
 *
 * Seats that have written are added up without regard to their names: if two seats of one name counted as one here,
 * whoever takes a colleague's name and writes would learn from the number whether the colleague has. Names decide
 * only out of how many it is, which nobody's writing changes. For the same reason whoever could write stays counted in
 * another role: if they fell out of it, whoever may give roles would learn from the number whether they have written.
 */
import { isAhead } from '../../src/domain/stage/before.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import { peopleAhead, writersAheadIn } from '../../src/domain/stage/writers-ahead.ts';
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
  /** What was open when it was counted last. */
  #open: readonly SegmentId[];
  #stopCounting: (() => void) | null = null;

  constructor(room: Room, clock: Clock) {
    this.#room = room;
    this.#clock = clock;
    this.#open = openIn(room.stage);
    this.#counts = this.#count(room.stage.writtenAhead.filter((segment) => isAhead(room.stage, segment)));
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
    if (openIn(this.#room.stage).length === 0 && this.#open.length === 0) return;
    const untilNext = countEveryMs - (this.#clock.now() % countEveryMs);
    this.#stopCounting ??= this.#clock.after(untilNext, () => {
      this.#stopCounting = null;
      this.#tell();
    });
  }

  #tell(): void {
    const open = openIn(this.#room.stage);
    const due = new Set([...this.#open, ...open]);
    const others = this.#counts.filter(({ segment }) => !due.has(segment));
    const counts = [...others, ...this.#count([...due])];
    this.#open = open;
    if (JSON.stringify(counts) === JSON.stringify(this.#counts)) return;
    this.#counts = counts;
    for (const reader of this.#readers) reader(counts);
  }

  #count(segments: readonly SegmentId[]): EarlyCounts {
    const { stage } = this.#room;
    const writers = writersAheadIn(stage);
    const of = peopleAhead(stage);
    return segments.map((segment) => {
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

function openIn({ early }: StageState): readonly SegmentId[] {
  return early?.segments ?? [];
}
