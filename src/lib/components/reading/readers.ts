/** Who has read what there is to read, of those whom it concerns. */
import type { PreRead } from '#domain/agenda/segment.ts';
import { countPeople } from '#domain/stage/expected.ts';
import { roleOf } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SeatId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';

export interface Reader {
  readonly seat: SeatId;
  readonly name: string;
  readonly hasRead: boolean;
}

/**
 * Before the meeting everybody who takes part and has joined; in it, those who are here, and those who have read it and
 * left. Whoever has read comes first.
 */
export function readersOf(
  stage: StageState,
  presence: Presence,
  preReads: readonly PreRead[],
): readonly Reader[] {
  const here = new Set(presence.filter(({ connected }) => connected).map(({ seat }) => seat));
  return Object.entries(stage.seats)
    .filter(([seat]) => roleOf(stage, seat) !== null && roleOf(stage, seat) !== 'observer')
    .map(([seat, { name }]) => ({
      seat,
      name,
      hasRead: preReads.every(({ id }) => hasTicked(stage, id, seat)),
    }))
    .filter(({ seat, hasRead }) => hasRead || stage.phase === 'lobby' || here.has(seat))
    .sort((a, b) => Number(b.hasRead) - Number(a.hasRead) || a.name.localeCompare(b.name));
}

/** `of`: before the meeting also those who are expected and have not joined. */
export function readCount(
  stage: StageState,
  readers: readonly Reader[],
): { readonly read: number; readonly of: number } {
  const seats = readers.map(({ seat }) => seat);
  const of = stage.phase === 'lobby' ? countPeople(stage, seats) : seats.length;
  return { read: Math.min(readers.filter(({ hasRead }) => hasRead).length, of), of };
}

export function hasTicked({ reads }: Pick<StageState, 'reads'>, preRead: string, seat: SeatId): boolean {
  return Object.hasOwn(reads, preRead) && (reads[preRead]?.includes(seat) ?? false);
}
