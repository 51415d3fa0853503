/** The list of those who are needed while somebody changes it, each line with its place when it was opened. */
import { likeness } from '#domain/stage/roster.ts';
import type { ExpectedPerson } from '#domain/stage/state.ts';

export interface ExpectedRow {
  name: string;
  reason: string;
  /** Which of the opened list it is; null for a line that was added. */
  readonly from: number | null;
}

export function rowsOf(expected: readonly ExpectedPerson[]): ExpectedRow[] {
  const rows = expected.map(({ name, reason }, from) => ({ name, reason, from }));
  return rows.length === 0 ? [blankRow()] : rows;
}

export function blankRow(): ExpectedRow {
  return { name: '', reason: '', from: null };
}

/** Somebody is asked for a reason and is not named: the line neither counts nor may be lost. */
export function lacksName({ name, reason }: ExpectedRow): boolean {
  return name.trim() === '' && reason.trim() !== '';
}

/** Names that stand in several lines, as each is written first. */
export function namedTwice(rows: readonly ExpectedRow[]): string[] {
  const named = rows.map(({ name }) => name.trim()).filter((name) => name !== '');
  return [...Map.groupBy(named, likeness).values()].flatMap(([first = '', ...others]) =>
    others.length > 0 ? [first] : [],
  );
}

/** The list as it is now with what was changed since it was opened: what others did meanwhile stays. */
export function withRows(
  now: readonly ExpectedPerson[],
  opened: readonly ExpectedPerson[],
  rows: readonly ExpectedRow[],
): ExpectedPerson[] {
  const list = [...now];
  for (const [from, was] of opened.entries()) {
    const row = rows.find((one) => one.from === from);
    const person = row && personOf(row);
    if (person && isSame(person, was)) continue;
    const at = placeOf(list, was);
    if (!person || person.name === '') list.splice(at, at < 0 ? 0 : 1);
    else list.splice(at < 0 ? list.length : at, 1, changed(list[at] ?? was, was, person));
  }
  const added = rows.filter(({ from }) => from === null).map(personOf);
  const others = now.filter((one) => !opened.some((was) => isSame(was, one)));
  return [...list, ...added.filter((one) => one.name !== '' && !others.some((other) => isSame(other, one)))];
}

/** Of a person whom two people have changed, each keeps what they alone have changed. */
function changed(now: ExpectedPerson, was: ExpectedPerson, to: ExpectedPerson): ExpectedPerson {
  return {
    name: to.name === was.name ? now.name : to.name,
    reason: to.reason === was.reason ? now.reason : to.reason,
  };
}

/** The one that is exactly this, else one of this name; -1 where there is neither. */
export function placeOf(list: readonly ExpectedPerson[], person: ExpectedPerson): number {
  const exact = list.findIndex((one) => isSame(one, person));
  return exact >= 0 ? exact : list.findIndex(({ name }) => likeness(name) === likeness(person.name));
}

function isSame(one: ExpectedPerson, other: ExpectedPerson): boolean {
  return one.name === other.name && one.reason === other.reason;
}

export function personOf({ name, reason }: ExpectedRow): ExpectedPerson {
  return { name: name.trim(), reason: reason.trim() };
}
