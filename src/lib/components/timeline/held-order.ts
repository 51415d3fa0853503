/** A list that sorts itself, but never under somebody's hands. */
interface Item {
  readonly id: string;
}

/**
 * Those that are on the screen stay in the order in which they are `shown`; those that are new come in behind the one
 * that they follow in `sorted`.
 */
export function heldOrder<T extends Item>(shown: readonly string[], sorted: readonly T[]): T[] {
  const byId = new Map(sorted.map((item) => [item.id, item]));
  const held = shown.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown);
  sorted.forEach((item, at) => {
    if (known.has(item.id)) return;
    const before = sorted[at - 1];
    held.splice(before ? held.indexOf(before) + 1 : 0, 0, item);
  });
  return held;
}
