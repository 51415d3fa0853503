import type { DatabaseSync } from 'node:sqlite';
import type { Change } from '../store.ts';
import { faultOf, isDiskFault, type Fault } from './faults.ts';

/**
 * Writes several callers' changes in one transaction, so that they share one sync. Each is whole or absent on its own:
 * the answer has, in the same order, null for written and the fault of a change that was left out. Throws when the
 * disk fails: then none of them was written and the connection is of no more use.
 */
export function commitGroup(
  db: DatabaseSync,
  changes: readonly Change[],
  write: (change: Change) => void,
): (Fault | null)[] {
  db.exec('BEGIN IMMEDIATE');
  const faults = changes.map((change) => writeAlone(db, change, write));
  db.exec(faults.includes(null) ? 'COMMIT' : 'ROLLBACK');
  return faults;
}

function writeAlone(db: DatabaseSync, change: Change, write: (change: Change) => void): Fault | null {
  db.exec('SAVEPOINT change');
  try {
    write(change);
    db.exec('RELEASE change');
    return null;
  } catch (error) {
    if (isDiskFault(error)) throw error;
    db.exec('ROLLBACK TO change; RELEASE change');
    return faultOf(error);
  }
}
