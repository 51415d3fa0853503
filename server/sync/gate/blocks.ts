/** The new structs of an update, by client. */
import type { Id, Struct } from './update-format.ts';

/** New structs of one client in the order of their clocks. */
export interface Block {
  readonly client: number;
  readonly structs: Struct[];
  /** The first of them continues an item the document has, and has lost the bytes it came with. */
  readonly isCut: boolean;
}

/** The new struct that covers this clock. */
export function findNew(blocks: readonly Block[], { client, clock }: Id): Struct | null {
  const structs = structsOf(blocks, client);
  const struct = structs[firstBehind(structs, clock)];
  return struct && struct.clock <= clock ? struct : null;
}

/** The new structs that the range touches, and how much of each. */
export function* newWithin(
  blocks: readonly Block[],
  range: Id & { readonly length: number },
): Iterable<readonly [Struct, number]> {
  const structs = structsOf(blocks, range.client);
  const end = range.clock + range.length;
  for (let i = firstBehind(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i] as Struct;
    if (struct.clock >= end) return;
    const from = Math.max(struct.clock, range.clock);
    yield [struct, Math.min(end, struct.clock + struct.length) - from];
  }
}

export function structsOf(blocks: readonly Block[], client: number): readonly Struct[] {
  return blocks.find((block) => block.client === client)?.structs ?? [];
}

function firstBehind(structs: readonly Struct[], clock: number): number {
  return firstWhere(structs, (struct) => struct.clock + struct.length > clock);
}

/** Index of the first for which it holds, in a list where it then holds for all that follow; else the length. */
export function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
