/** Whom the meeting needs, and who of them is there. People are known by the names they give. */
import type { SeatId } from '#protocol/ids.ts';
import { isNumbered, likeness } from './roster.ts';
import { isIn } from './standing.ts';
import type { ExpectedPerson, StageState } from './state.ts';

export interface Voice extends ExpectedPerson {
  /** Of whoever came under this name; null while nobody has. */
  readonly seat: SeatId | null;
}

type IsThem = (person: ExpectedPerson, name: string) => boolean;
const isCalled: IsThem = (person, name) => likeness(name) === likeness(person.name);
const isCalledWithNumber: IsThem = (person, name) => isNumbered(name, person.name);

/**
 * In the order of the list. Two people of one name are two seats. Whoever came back as "Ana 2" is Ana, too: people in
 * `here` come before those who only left a name, and a name as it stands before one with a number.
 */
export function voicesOf(
  { expected, seats }: Pick<StageState, 'expected' | 'seats'>,
  here: ReadonlySet<SeatId> = new Set(),
): readonly Voice[] {
  const free = new Map(
    Object.entries(seats).filter(([, { name, standing }]) => name !== '' && standing === 'in'),
  );
  const voices = expected.map((person) => ({ ...person, seat: null as SeatId | null }));
  const match = (isThem: IsThem, counts: (seat: SeatId) => boolean) => {
    for (const voice of voices.filter(({ seat }) => seat === null)) {
      const [seat = null] = [...free].find(([one, { name }]) => counts(one) && isThem(voice, name)) ?? [];
      voice.seat = seat;
      if (seat !== null) free.delete(seat);
    }
  };
  for (const counts of [(seat: SeatId) => here.has(seat), () => true])
    for (const isThem of [isCalled, isCalledWithNumber]) match(isThem, counts);
  return voices;
}

/**
 * How many people these seats and the list are: whoever is expected counts once, also with two seats under their name,
 * and not at all while they are in the room with other seats alone. Says nothing that the roster does not say.
 */
export function countPeople(
  { expected, seats }: Pick<StageState, 'expected' | 'seats'>,
  counted: readonly SeatId[],
): number {
  const listed = Map.groupBy(expected, ({ name }) => likeness(name));
  const expectedAs = (seat: SeatId) => likenessOfPerson(expected, seats[seat]?.name ?? '');
  const seatsIn = Object.keys(seats).filter((seat) => isIn({ seats }, seat));
  const others = counted.filter((seat) => expectedAs(seat) === null).length;
  return [...listed].reduce((sum, [person, { length: times }]) => {
    const theirs = seatsIn.filter((seat) => expectedAs(seat) === person);
    const count = theirs.filter((seat) => counted.includes(seat)).length;
    return sum + Math.max(Math.min(times, count), times - (theirs.length - count));
  }, others);
}

/** Null for somebody who is not expected. A name as it stands comes before one with a number. */
function likenessOfPerson(expected: readonly ExpectedPerson[], name: string): string | null {
  const found = [isCalled, isCalledWithNumber]
    .map((isThem) => expected.find((person) => isThem(person, name)))
    .find((person) => person !== undefined);
  return found ? likeness(found.name) : null;
}
