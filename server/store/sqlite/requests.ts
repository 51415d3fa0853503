/** What the two threads say to each other. Both directions travel in batches. */
import type { RoomId } from '../../../src/protocol/ids.ts';
import type { Change, StoredRoom, UntouchedPage } from '../store.ts';
import type { Fault } from './faults.ts';

/** How the worker is started. */
export interface WorkerStart {
  readonly dataDir: string;
  /** How long after an erasing commit the log is folded, in milliseconds. */
  readonly foldAfterMs: number;
}

/** The worker's first message. After `refused` it ends. */
export type Opening =
  | { readonly state: 'opened'; readonly key: Uint8Array }
  | { readonly state: 'refused'; readonly message: string };

export type Request =
  | { readonly type: 'commit'; readonly change: Change }
  | { readonly type: 'load'; readonly room: RoomId }
  | { readonly type: 'untouched'; readonly page: UntouchedPage }
  | { readonly type: 'probe' }
  | { readonly type: 'close' };

/** What each request is answered with when it succeeds. */
export interface Found {
  readonly commit: null;
  readonly load: StoredRoom | null;
  readonly untouched: readonly RoomId[];
  readonly probe: null;
  readonly close: null;
}

export type Result =
  | { readonly ok: true; readonly found: Found[Request['type']] }
  | { readonly ok: false; readonly fault: Fault };

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

export interface Answered {
  readonly id: number;
  readonly result: Result;
}
