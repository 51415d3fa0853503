/** A store that forgets: the rules of the SQLite one, kept in maps. For tests. */
import type { RoomId } from '../../src/protocol/ids.ts';
import { copyOf } from './change-copy.ts';
import { storedRoom, untouchedRooms, withChange, type Shelves } from './memory-shelf.ts';
import { StoreFailure, type Change, type Store, type StoredRoom, type UntouchedPage } from './store.ts';

/** Takes effect at the call; the promise resolves afterwards. Its key is always the same 32 bytes. */
export function memoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  #shelves: Shelves = new Map();
  #isClosed = false;

  commit(change: Change): Promise<void> {
    return this.#answer(() => {
      this.#shelves = withChange(this.#shelves, copyOf(change));
    });
  }

  loadRoom(room: RoomId): Promise<StoredRoom | null> {
    return this.#answer(() => {
      const shelf = this.#shelves.get(room);
      return shelf === undefined ? null : storedRoom(shelf);
    });
  }

  untouchedRooms(page: UntouchedPage): Promise<readonly RoomId[]> {
    return this.#answer(() => untouchedRooms(this.#shelves, page));
  }

  probe(): Promise<void> {
    return this.#answer(() => undefined);
  }

  key(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(32).fill(7));
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return Promise.resolve();
  }

  #answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#isClosed) throw new StoreFailure('The store takes no more requests. It is closed.');
      resolve(work());
    });
  }
}
