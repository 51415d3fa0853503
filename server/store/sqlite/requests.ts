/** What the two threads say to each other. Both directions travel in batches. */
import type { RoomId } from '../../../src/protocol/ids.ts';
import type { Change, StoredRoom } from '../store.ts';
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
  | { readonly type: 'probe' }
  | { readonly type: 'close' };

export type Result =
  { readonly ok: true; readonly room: StoredRoom | null } | { readonly ok: false; readonly fault: Fault };

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

export interface Answered {
  readonly id: number;
  readonly result: Result;
}
