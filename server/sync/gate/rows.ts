/**
 * How far Yjs will have to search. It looks for a struct's position from its origin to its right origin. For an
 * editor these are neighbours, but for what others wrote in between; a frame of 11 KB by hand, naming far ends of a
 * text full of deleted characters, kept Yjs searching for 20 seconds. So the search is played through, and counted.
 */
import type * as Y from 'yjs';
import { firstWhere } from './blocks.ts';
import { itemAt, type Holder, type Place } from './places.ts';
import type { Id, Struct } from './update-format.ts';

type Source = Y.Item | Struct;

/** A stretch of one item that stands together, as Yjs will have split it by then. */
interface Piece {
  readonly source: Source;
  readonly from: number;
  end: number;
  /** Undefined while it is what the document says. */
  next: Piece | null | undefined;
}

/** What stands in one text, or under one key, from left to right. */
interface Row {
  first: Piece | null;
  /** Steps from the current value of a key to the oldest, which Yjs takes whenever something has no origin. */
  readonly depth: number;
}

export class Rows {
  readonly #doc: Y.Doc;
  readonly #findNew: (id: Id) => Struct | null;
  readonly #most: number;
  readonly #rows = new Map<Holder, Map<string | null, Row>>();
  readonly #pieces = new Map<Source, Piece[]>();
  #steps = 0;

  /** `most`: steps of searching that all structs of the update may cost together. */
  constructor(doc: Y.Doc, findNew: (id: Id) => Struct | null, most: number) {
    this.#doc = doc;
    this.#findNew = findNew;
    this.#most = most;
  }

  /**
   * Puts the struct in its row and says why it may not stand there, or null. Where others' structs lie between its
   * neighbours it is put before the right one: Yjs may decide otherwise, but searches no farther.
   */
  insert(struct: Struct, place: Place): string | null {
    const { origin, rightOrigin } = struct;
    // In this order: a piece keeps its beginning when it is split, not its end.
    const right = rightOrigin && this.#startingAt(rightOrigin);
    const left = origin && this.#endingAt(origin);
    const row = this.#row(place);
    if (left === null) this.#steps += row.depth;
    let before = left;
    let at = this.#after(left, row);
    while (at !== right && at !== null) {
      if (++this.#steps > this.#most) return 'takes too long to place';
      before = at;
      at = this.#after(at, row);
    }
    if (at !== right) {
      if (origin && rightOrigin && !this.#findNew(origin) && !this.#findNew(rightOrigin))
        return 'a right origin to the left of the origin';
      // Among the structs of this update the row is only nearly right: this says nothing against them.
      before = left;
      at = this.#after(left, row);
    }
    this.#link(struct, before, at, row);
    return null;
  }

  #link(struct: Struct, before: Piece | null, next: Piece | null, row: Row): void {
    const piece = { source: struct, from: struct.clock, end: struct.clock + struct.length, next };
    this.#pieces.set(struct, [piece]);
    if (before) before.next = piece;
    else row.first = piece;
  }

  #row({ holder, key }: Place): Row {
    const rows = this.#rows.get(holder) ?? new Map<string | null, Row>();
    this.#rows.set(holder, rows);
    const row = rows.get(key) ?? this.#rowOf(key === null ? holder.type?._start : holder.type?._map.get(key));
    rows.set(key, row);
    return row;
  }

  #rowOf(item: Y.Item | null | undefined): Row {
    let first = item ?? null;
    let depth = 0;
    for (; first?.left; first = first.left) depth++;
    return { first: first && this.#firstOf(first), depth };
  }

  #after(piece: Piece | null, row: Row): Piece | null {
    if (piece === null) return row.first;
    if (piece.next === undefined) {
      const { right } = piece.source as Y.Item;
      piece.next = right && this.#firstOf(right);
    }
    return piece.next;
  }

  #endingAt(id: Id): Piece {
    return this.#split(id, id.clock + 1)[0];
  }

  #startingAt(id: Id): Piece {
    return this.#split(id, id.clock)[1];
  }

  /** The pieces to the left and right of a clock in the item of `id`; at an end of it, twice the outermost. */
  #split(id: Id, clock: number): readonly [Piece, Piece] {
    const pieces = this.#piecesAt(id);
    const i = firstWhere(pieces, ({ end }) => id.clock < end);
    const piece = pieces[i] as Piece;
    if (clock === piece.from || clock === piece.end) return [piece, piece];
    const right: Piece = { ...piece, from: clock };
    piece.end = clock;
    piece.next = right;
    pieces.splice(i + 1, 0, right);
    return [piece, right];
  }

  #piecesAt(id: Id): Piece[] {
    const made = this.#findNew(id);
    if (made) return this.#pieces.get(made) ?? [];
    const item = itemAt(this.#doc, id) as Y.Item;
    this.#firstOf(item);
    return this.#pieces.get(item) ?? [];
  }

  #firstOf(item: Y.Item): Piece {
    const first = this.#pieces.get(item)?.[0];
    if (first) return first;
    const piece = { source: item, from: item.id.clock, end: item.id.clock + item.length, next: undefined };
    this.#pieces.set(item, [piece]);
    return piece;
  }
}
