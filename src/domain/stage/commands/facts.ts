import type { ErrorCode, Outcome } from '#protocol/errors.ts';
import type { Role, SeatId } from '#protocol/ids.ts';
import type { StageEvent } from '../events.ts';
import type { OpenItem } from '../state.ts';

/** What the rules need to know beside the stage. */
export interface Facts {
  /** Server time, ms since the epoch. */
  readonly now: number;
  /** Of whoever asks, as it is now. */
  readonly role: Role;
  readonly seat: SeatId;
  /** Seats that were connected in the last minute. */
  readonly connected: readonly SeatId[];
  /** What the committed board still lacks. */
  readonly openItems: readonly OpenItem[];
}

export type Handled = Outcome<{ events: StageEvent[] }>;

export function accept(...events: StageEvent[]): Handled {
  return { ok: true, events };
}

export function refuse(code: ErrorCode): Handled {
  return { ok: false, code };
}
