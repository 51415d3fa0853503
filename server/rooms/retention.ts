/**
 * Deletes rooms in which nothing was done for as long as the operator keeps them. They are looked through at the start
 * and every twelve hours after that, and a room goes when it was due at two looks in a row.
 *
 * The hours between two looks are measured by the process, not by the clock: a clock that is wrong for a while, or a
 * backup that comes back after a long time, leaves that long to notice. What was seen before a restart counts for nothing.
 */
import type { RoomId } from '../../src/protocol/ids.ts';
import type { RoomRegistry } from './room-registry.ts';
import type { Surroundings } from './surroundings.ts';

const everyMs = 12 * 60 * 60_000;
/** Rooms that are looked up at once. They are then judged one after the other, between whatever else there is to do. */
const pageSize = 50;

export class Retention {
  readonly #registry: RoomRegistry;
  readonly #around: Surroundings;
  #due: ReadonlySet<RoomId> = new Set();
  #looking: Promise<void> = Promise.resolve();
  #cancel: () => void = () => {};

  constructor(registry: RoomRegistry, around: Surroundings) {
    this.#registry = registry;
    this.#around = around;
  }

  start(): void {
    this.#looking = this.#look();
    this.#cancel = this.#around.clock.after(everyMs, () => this.start());
  }

  /** Resolves when the room it is at is done. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { keepMs, log } = this.#around;
    if (keepMs === undefined) return;
    try {
      this.#due = await this.#deleteDueAgain(keepMs);
    } catch (error) {
      log.error({ err: error }, 'rooms that are no longer kept could not be looked up');
    }
    if (this.#due.size > 0) log.info({ rooms: this.#due.size }, 'rooms are deleted in twelve hours');
  }

  /** Rooms that are due for the first time. */
  async #deleteDueAgain(keepMs: number): Promise<ReadonlySet<RoomId>> {
    const { clock, store } = this.#around;
    const before = clock.now() - keepMs;
    const due = new Set<RoomId>();
    let after: RoomId = '';
    for (;;) {
      const page: readonly RoomId[] = await store.untouchedRooms({ before, after, limit: pageSize });
      for (const room of page) {
        if (this.#registry.isClosing) return due;
        if ((await this.#judge(room)) === 'due') due.add(room);
      }
      after = page.at(-1) ?? after;
      if (page.length < pageSize) return due;
    }
  }

  /** In a turn of its own: somebody may have come back just now. One room's failure is no other's. */
  async #judge(id: RoomId): Promise<'due' | 'done'> {
    try {
      const found = await this.#registry.use(id, (room) =>
        room?.do((turn) => {
          if (room.keptUntil === null || room.keptUntil >= turn.now) return 'done';
          if (!this.#due.has(id)) return 'due';
          turn.deleteRoom();
          return 'done';
        }),
      );
      return found ?? 'done';
    } catch (error) {
      this.#around.log.error({ room: id, err: error }, 'a room that is no longer kept could not be deleted');
      return this.#due.has(id) ? 'due' : 'done';
    }
  }
}
