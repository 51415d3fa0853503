/** Sorts what went wrong by whose concern it is: one caller's, or everybody's. Travels between the threads. */
import { StoreConflict, StoreFailure } from '../store.ts';

export interface Fault {
  /** `mistake`: a value that SQLite cannot take, so a bug in the caller. */
  readonly kind: 'conflict' | 'failure' | 'mistake';
  readonly message: string;
}

/** SQLite's primary result codes. */
const damagedPage = 11;
const tooBig = 18;
const constraint = 19;
const wrongType = 20;

/** These blame the change itself. */
const changeCodes = new Set([tooBig, constraint, wrongType]);

/** True when the connection is of no more use: a full disk, a failed write or sync, damage, a lock held too long. */
export function isDiskFault(error: unknown): boolean {
  const code = resultCode(error);
  return code !== null && !changeCodes.has(code);
}

/** True when a page of the file makes no sense, which only those who need that page have to suffer from. */
export function isDamage(error: unknown): boolean {
  return resultCode(error) === damagedPage;
}

export function faultOf(error: unknown): Fault {
  return { kind: kindOf(error), message: error instanceof Error ? error.message : String(error) };
}

function kindOf(error: unknown): Fault['kind'] {
  const code = resultCode(error);
  if (error instanceof StoreConflict || code === constraint) return 'conflict';
  if (error instanceof StoreFailure || isDiskFault(error)) return 'failure';
  return 'mistake';
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
