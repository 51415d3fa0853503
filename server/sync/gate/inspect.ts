/** Looks at everything an update would add and take away, in the order in which Yjs would apply it. */
import type * as Y from 'yjs';
import type { DocumentShape } from '../../../src/domain/yjs/shape.ts';
import { findNew, newWithin } from './blocks.ts';
import { gone, Places } from './places.ts';
import type { Rest } from './rest.ts';
import { objectionTo, objectionToDeleting } from './rules.ts';
import { Rows } from './rows.ts';
import { Tally } from './tally.ts';
import type { Id, Struct } from './update-format.ts';

/** Steps that Yjs may search for positions; it takes about half a millisecond for a thousand. */
const steps = { atLeast: 30_000, perStruct: 30 } as const;

/** Why the document may not take this, or null. `structs` are those of `rest`, arranged. */
export function inspect(
  doc: Y.Doc,
  shape: DocumentShape,
  rest: Rest,
  structs: readonly Struct[],
): string | null {
  const find = (id: Id) => findNew(rest.blocks, id);
  const places = new Places(doc, shape, find);
  const rows = new Rows(doc, find, steps.atLeast + steps.perStruct * structs.length);
  const tally = new Tally();
  return (
    inspectStructs(structs, places, rows, tally) ??
    inspectVictims(rest, places, tally) ??
    countNewDeleted(rest, places, tally) ??
    tally.excess()
  );
}

function inspectStructs(structs: readonly Struct[], places: Places, rows: Rows, tally: Tally): string | null {
  for (const struct of structs) {
    const placing = places.place(struct);
    if (placing === null) return 'stands nowhere in the shape';
    const place = placing === gone ? null : placing;
    const reason = place && (objectionTo(struct.content, place) ?? rows.insert(struct, place));
    if (reason !== null) return reason;
    tally.add(struct, place);
  }
  return null;
}

function inspectVictims({ victims }: Rest, places: Places, tally: Tally): string | null {
  for (const { item, length } of victims) {
    const place = places.ofItem(item);
    const reason = objectionToDeleting(item, place);
    if (reason !== null) return reason;
    if (place) tally.remove(place, length);
  }
  return null;
}

/** What came with the update and is deleted by it was only ever the sender's: characters, and whole entries too. */
function countNewDeleted({ blocks, deletions }: Rest, places: Places, tally: Tally): null {
  for (const range of deletions)
    for (const [struct, length] of newWithin(blocks, range)) {
      const placing = places.ofNew(struct);
      if (placing && placing !== gone && struct.content.kind === 'characters') tally.remove(placing, length);
    }
  return null;
}
