/** Deletes rooms in which nothing was done for as long as the operator keeps them: at the start, then once a day. */
import type { RoomId } from '../../src/protocol/ids.ts';
import type { RoomRegistry } from './room-registry.ts';
import type { Surroundings } from './surroundings.ts';

const everyMs = 24 * 60 * 60_000;
/** Rooms that are looked up at once. They are then deleted one after the other, between whatever else there is to do. */
const pageSize = 50;

export class Retention {
  readonly #registry: RoomRegistry;
  readonly #around: Surroundings;
  #sweeping: Promise<void> = Promise.resolve();
  #cancel: () => void = () => {};

  constructor(registry: RoomRegistry, around: Surroundings) {
    this.#registry = registry;
    this.#around = around;
  }

  start(): void {
    this.#sweeping = this.#sweep();
    this.#cancel = this.#around.clock.after(everyMs, () => this.start());
  }

  /** Resolves when the room it is at is done. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const { keepMs, log } = this.#around;
    if (keepMs === undefined) return;
    try {
      await this.#deleteUntouched(keepMs);
    } catch (error) {
      log.error({ err: error }, 'rooms that are no longer kept could not be looked up');
    }
  }

  async #deleteUntouched(keepMs: number): Promise<void> {
    const { clock, store } = this.#around;
    const before = clock.now() - keepMs;
    let after: RoomId = '';
    for (;;) {
      const page: readonly RoomId[] = await store.untouchedRooms({ before, after, limit: pageSize });
      for (const room of page) {
        if (this.#registry.isClosing) return;
        await this.#delete(room);
      }
      after = page.at(-1) ?? after;
      if (page.length < pageSize) return;
    }
  }

  /** Asked once more in a turn of its own: somebody may have come back just now. One room's failure is no other's. */
  async #delete(id: RoomId): Promise<void> {
    try {
      await this.#registry.use(id, (room) =>
        room?.do((turn) => {
          if (room.keptUntil !== null && room.keptUntil < turn.now) turn.deleteRoom();
        }),
      );
    } catch (error) {
      this.#around.log.error({ room: id, err: error }, 'a room that is no longer kept could not be deleted');
    }
  }
}
