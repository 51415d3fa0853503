/**
 * The next reading of a list with the objects of the previous one wherever nothing about them changed, so that a view
 * keyed by identity redraws only what is new. The previous list itself comes back where nothing changed at all.
 */
export function keepIdentity<T extends { readonly id: string }>(
  previous: readonly T[],
  next: readonly T[],
  equal: (before: T, after: T) => boolean = sameFields,
): readonly T[] {
  const known = new Map(previous.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const before = known.get(item.id);
    return before && equal(before, item) ? before : item;
  });
  const unchanged = kept.length === previous.length && kept.every((item, at) => item === previous[at]);
  return unchanged ? previous : kept;
}

/** Field by field, through nested plain objects such as an owner. */
export function sameFields(before: object, after: object): boolean {
  const then = Object.entries(before);
  const now = new Map(Object.entries(after));
  return then.length === now.size && then.every(([key, value]) => now.has(key) && same(value, now.get(key)));
}

function same(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  return isObject(before) && isObject(after) && sameFields(before, after);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
