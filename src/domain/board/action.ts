import { aims, type Aim } from '#protocol/aims.ts';
import type { ActionId } from '#protocol/ids.ts';
import type { Owner } from './owner.ts';

export interface Action {
  readonly id: ActionId;
  readonly title: string;
  readonly owner: Owner | null;
  /** Calendar date, YYYY-MM-DD, or null. */
  readonly due: string | null;
  /** The outcome it belongs to, or null. */
  readonly outcome: string | null;
  /** How we will see that it is done. */
  readonly check: string;
  /** From the owner to their future self, and from the owner to a teammate. */
  readonly toSelf: string;
  readonly toTeammate: string;
  /** After an incident: what it does about the next one; null where nobody has said. */
  readonly aim: Aim | null;
  readonly order: number;
}

/** Null for none, and for what is none. */
export function readAim(value: string): Aim | null {
  return aims.find((aim) => aim === value) ?? null;
}
