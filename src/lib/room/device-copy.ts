/** The copy of a document that this browser keeps in IndexedDB, so that nothing typed depends on a network. */
import type * as Y from 'yjs';
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';

export interface DeviceCopy {
  /** Stops writing to the copy; it stays. */
  close(): Promise<void>;
}

/** A storage that answers nothing must not keep people out of the room; what it brings later is merged then. */
const patienceMs = 3_000;

/** Resolves when `doc` holds what was stored; null where the browser gives us no storage. */
export async function openCopy(name: string, doc: Y.Doc): Promise<DeviceCopy | null> {
  if (!(await mayStore())) return null;
  const release = holdInUse(name);
  const persistence = new IndexeddbPersistence(name, doc);
  await Promise.race([persistence.whenSynced, patience()]);
  return {
    async close() {
      await persistence.destroy();
      release();
    },
  };
}

/** False while another tab works on the copy; it is then dropped another time. */
export async function dropCopy(name: string): Promise<boolean> {
  if (!(await mayStore())) return true;
  const locks = lockManager();
  if (!locks) return clearDocument(name).then(() => true);
  return locks.request(lockName(name), { ifAvailable: true }, async (lock) => {
    if (lock) await clearDocument(name);
    return lock !== null;
  });
}

/** On plain http there are no Web Locks; what they guard is then merely unguarded. */
export function lockManager(): LockManager | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
}

/** A deleted database closes under every tab that has it open, and a closed one throws at the next key press. */
function holdInUse(name: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  lockManager()
    ?.request(lockName(name), { mode: 'shared' }, () => promise)
    .catch(() => undefined);
  return resolve;
}

function lockName(name: string): string {
  return `${name}:in-use`;
}

/** Asked with a database of its own: y-indexeddb never says that it could not open one. */
function mayStore(): Promise<boolean> {
  return new Promise((resolve) => {
    void patience().then(() => resolve(false));
    try {
      const request = indexedDB.open('hearth');
      request.onerror = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs));
}
