/** Sorts what went wrong by whose concern it is: one caller's, or everybody's. Travels between the threads. */
import { StoreConflict, StoreFailure } from '../store.ts';

export interface Fault {
  /** `mistake`: a value that SQLite cannot take, so a bug in the caller. */
  readonly kind: 'conflict' | 'failure' | 'mistake';
  readonly message: string;
}

/** Primary result codes that blame the change itself: TOOBIG, CONSTRAINT, MISMATCH. */
const changeCodes = new Set([18, 19, 20]);
const constraint = 19;

/** True when the database cannot be trusted to go on: full disk, failed write or sync, damage, a lock held too long. */
export function isDiskFault(error: unknown): boolean {
  const code = resultCode(error);
  return code !== null && !changeCodes.has(code);
}

export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreConflict || resultCode(error) === constraint)
    return { kind: 'conflict', message };
  if (error instanceof StoreFailure || isDiskFault(error)) return { kind: 'failure', message };
  return { kind: 'mistake', message };
}

export function errorOf(fault: Fault): Error {
  switch (fault.kind) {
    case 'conflict':
      return new StoreConflict(fault.message);
    case 'failure':
      return new StoreFailure(fault.message);
    case 'mistake':
      return new TypeError(fault.message);
  }
}

/** SQLite's primary result code, or null for an error from elsewhere. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}
