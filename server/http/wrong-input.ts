/** What is wrong with a body, for whoever wrote the request. Names the field and its bounds, never what was sent. */
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** A sentence, or null where no single field is to blame. */
export function wrongInput(issues: readonly Issue[]): string | null {
  const issue = issues[0];
  if (issue === undefined) return null;
  if (issue.code === 'invalid_union') return wrongInput(inEveryBranch(issue.errors));
  const demand = demandOf(issue);
  return demand === null ? null : `${placeOf(issue.path)} ${demand}.`;
}

/** A body may have one of several forms; what all of them need is needed. */
function inEveryBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const [first = [], ...others] = branches;
  const isAt = (place: string) => (issue: Issue) => placeOf(issue.path) === place;
  return first.filter(({ path }) => others.every((issues) => issues.some(isAt(placeOf(path)))));
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The body';
  return path.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ');
}

function demandOf(issue: Issue): string | null {
  switch (issue.code) {
    case 'invalid_type':
      return `has to be ${kinds[issue.expected] ?? 'something else'}`;
    case 'invalid_value':
      return `has to be ${issue.values.map(String).join(' or ')}`;
    case 'too_small':
      return `has to be at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `has to be at most ${amount(issue.maximum, issue.origin)}`;
    // The words stand in the schema, beside the pattern that only a program can read.
    case 'invalid_format':
      return issue.message;
    default:
      return null;
  }
}

const kinds: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
};

/** Numbers are bounded by themselves. */
const units: Readonly<Partial<Record<string, readonly [one: string, several: string]>>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function amount(count: number | bigint, origin: string): string {
  const unit = units[origin];
  return unit ? `${count} ${unit[Number(count) === 1 ? 0 : 1]} long` : String(count);
}
