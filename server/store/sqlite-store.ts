/**
 * The store on a SQLite file, seen from the main thread: every call is posted to a worker thread, and each has its own
 * promise. Calls of one turn of the event loop travel together.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RoomId } from '../../src/protocol/ids.ts';
import { errorOf, faultOf } from './sqlite/faults.ts';
import { copyOf } from './change-copy.ts';
import type { Answered, Asked, Found, Opening, Request, Result, WorkerStart } from './sqlite/requests.ts';
import { StoreFailure, type Change, type Store, type StoredRoom, type UntouchedPage } from './store.ts';

export interface SqliteStoreOptions {
  /** How long after a commit that erases words they may still be found in the files; 1000 ms unless told. */
  readonly foldAfterMs?: number;
}

/**
 * Opens `<dataDir>/hearth.db`, making folder, database and key where there are none. Rejects with a StoreFailure whose
 * message is a sentence for the operator: too old a SQLite, a newer database, a missing key, another server running.
 * The store keeps the process alive until `close`.
 */
export async function openSqliteStore(dataDir: string, options: SqliteStoreOptions = {}): Promise<Store> {
  const start: WorkerStart = { dataDir, foldAfterMs: options.foldAfterMs ?? 1000 };
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
    workerData: start,
    execArgv: [],
  });
  const [opening] = (await once(worker, 'message')) as [Opening];
  if (opening.state === 'opened') return new SqliteStore(worker, opening.key);
  throw new StoreFailure(`The store in ${dataDir} cannot be opened. ${opening.message}`);
}

interface Waiting {
  readonly resolve: (found: Found[Request['type']]) => void;
  readonly reject: (error: Error) => void;
}

class SqliteStore implements Store {
  readonly #worker: Worker;
  readonly #key: Uint8Array;
  readonly #waiting = new Map<number, Waiting>();
  #outbox: Asked[] = [];
  #lastId = 0;
  #closing: Promise<void> | null = null;
  #ended: string | null = null;

  constructor(worker: Worker, key: Uint8Array) {
    this.#worker = worker;
    this.#key = key;
    worker.on('message', (answers: Answered[]) => {
      for (const { id, result } of answers) this.#settle(id, result);
    });
    worker.on('error', (error) => {
      this.#end(`Its thread failed: ${error instanceof Error ? error.message : String(error)}.`);
    });
    worker.on('exit', () => {
      this.#end('It is closed.');
    });
  }

  async commit(change: Change): Promise<void> {
    await this.#ask({ type: 'commit', change: copyOf(change) });
  }

  loadRoom(room: RoomId): Promise<StoredRoom | null> {
    return this.#ask({ type: 'load', room });
  }

  untouchedRooms(page: UntouchedPage): Promise<readonly RoomId[]> {
    return this.#ask({ type: 'untouched', page });
  }

  async probe(): Promise<void> {
    await this.#ask({ type: 'probe' });
  }

  key(): Promise<Uint8Array> {
    return Promise.resolve(this.#key.slice());
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#ended !== null) return;
    const exited = once(this.#worker, 'exit');
    const closed = this.#ask({ type: 'close' });
    this.#ended = 'It is closed.';
    await Promise.all([closed, exited]);
  }

  /** The worker answers each type of request with what `Found` says. */
  #ask<Type extends Request['type']>(request: Extract<Request, { type: Type }>): Promise<Found[Type]> {
    return new Promise((fulfil, reject) => {
      const resolve = fulfil as Waiting['resolve'];
      if (this.#ended !== null) {
        reject(new StoreFailure(`The store takes no more requests. ${this.#ended}`));
        return;
      }
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      if (this.#outbox.push({ id, request }) === 1) setImmediate(() => this.#post());
    });
  }

  /** Throws nothing: what cannot be copied to another thread is a caller's mistake, and is told to the callers. */
  #post(): void {
    const asked = this.#outbox;
    this.#outbox = [];
    try {
      this.#worker.postMessage(asked);
    } catch (error) {
      const fault = faultOf(error);
      for (const { id } of asked) this.#settle(id, { ok: false, fault });
    }
  }

  #settle(id: number, result: Result): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (result.ok) waiting?.resolve(result.found);
    else waiting?.reject(errorOf(result.fault));
  }

  #end(reason: string): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) {
      reject(new StoreFailure(`The store ended before it answered. ${reason}`));
    }
    this.#waiting.clear();
  }
}
