/** What two people have changed otherwise in one field of one person: neither goes before somebody has chosen. */
import { likeness } from '#domain/stage/roster.ts';
import type { ExpectedPerson } from '#domain/stage/state.ts';
import { personOf, placeOf, type ExpectedRow } from './expected-rows.ts';

/** What somebody else wrote, by field. */
export type Theirs = Partial<ExpectedPerson>;
export type ExpectedField = keyof ExpectedPerson;

const fields: readonly ExpectedField[] = ['name', 'reason'];

/** One for each row. */
export function theirsIn(
  now: readonly ExpectedPerson[],
  opened: readonly ExpectedPerson[],
  rows: readonly ExpectedRow[],
): Theirs[] {
  return rows.map((row) => {
    const was = opened[row.from ?? -1];
    const mine = personOf(row);
    const theirs = was && mine.name !== '' ? nowOf(was, now, opened) : undefined;
    if (!was || !theirs) return {};
    const differ = fields.filter((field) => new Set([was, mine, theirs].map((one) => one[field])).size === 3);
    return Object.fromEntries(differ.map((field) => [field, theirs[field]]));
  });
}

export function hasAny(theirs: Theirs): boolean {
  return Object.keys(theirs).length > 0;
}

/** The list as it was opened, once somebody has seen theirs and said what is to stand there. */
export function chosen(
  opened: readonly ExpectedPerson[],
  { from }: ExpectedRow,
  theirs: Theirs,
): readonly ExpectedPerson[] {
  return opened.map((was, at) => (at === from ? { ...was, ...theirs } : was));
}

/**
 * Under another name it is whoever stands in the same place for the same reason, and was not there before. Without a
 * reason nobody can tell: then both names stay on the list.
 */
function nowOf(
  was: ExpectedPerson,
  now: readonly ExpectedPerson[],
  opened: readonly ExpectedPerson[],
): ExpectedPerson | undefined {
  const place = placeOf(now, was);
  if (place >= 0) return now[place];
  const inPlace = now[opened.indexOf(was)];
  if (was.reason === '') return undefined;
  const isNew = opened.every(({ name }) => likeness(name) !== likeness(inPlace?.name ?? ''));
  return isNew && inPlace?.reason === was.reason ? inPlace : undefined;
}
