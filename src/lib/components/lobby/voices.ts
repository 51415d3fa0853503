/** Whom the meeting needs, who of them is here, and who else is. */
import { voicesOf } from '#domain/stage/expected.ts';
import { isIn } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Presence } from '#protocol/stage-wire.ts';

export interface ExpectedVoice {
  readonly name: string;
  readonly reason: string;
  /** `away`: has joined, and is not connected now. */
  readonly state: 'here' | 'away' | 'missing';
}

export interface Voices {
  readonly expected: readonly ExpectedVoice[];
  /** Names of those who are not here now, in the order of the list. */
  readonly missing: readonly string[];
  /** Names of people who are here and were not expected. */
  readonly others: readonly string[];
}

export function voicesIn(stage: StageState, presence: Presence): Voices {
  const here = new Set(presence.filter(({ connected }) => connected).map(({ seat }) => seat));
  const found = voicesOf(stage, here);
  const expected = found.map(({ name, reason, seat }): ExpectedVoice => {
    const state = seat === null ? 'missing' : here.has(seat) ? 'here' : 'away';
    return { name, reason, state };
  });
  const known = new Set(found.map(({ seat }) => seat));
  const others = Object.entries(stage.seats).filter(
    ([seat, { name }]) => isIn(stage, seat) && here.has(seat) && !known.has(seat) && name !== '',
  );
  return {
    expected,
    missing: expected.filter(({ state }) => state !== 'here').map(({ name }) => name),
    others: others.map(([, { name }]) => name),
  };
}
