/** Whom the meeting needs, and who of them is there. People are known by the names they give. */
import type { SeatId } from '#protocol/ids.ts';
import { likeness } from './roster.ts';
import type { ExpectedPerson, StageState } from './state.ts';

export interface Voice extends ExpectedPerson {
  /** Of whoever came under this name; null while nobody has. */
  readonly seat: SeatId | null;
}

/** In the order of the list. Two people of one name are two seats. */
export function voicesOf({ expected, seats }: Pick<StageState, 'expected' | 'seats'>): readonly Voice[] {
  const free = Object.entries(seats).filter(([, { name, standing }]) => name !== '' && standing === 'in');
  return expected.map((person) => {
    const at = free.findIndex(([, { name }]) => likeness(name) === likeness(person.name));
    const [found] = at < 0 ? [] : free.splice(at, 1);
    return { ...person, seat: found?.[0] ?? null };
  });
}
