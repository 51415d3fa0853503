/**
 * Where a struct stands: in which root, entry or text, and under which key. Yjs lets a struct copy that from its
 * neighbours, in the document or in the same update; the gate has to know it before anything is applied.
 */
import * as Y from 'yjs';
import type { DocumentShape, FieldRule, RootRule } from '../../../src/domain/yjs/shape.ts';
import type { Id, Struct } from './update-format.ts';

/** What can have structs in it. The same thing is always the same object, as long as one update is judged. */
export type Holder =
  | {
      readonly kind: 'root';
      readonly rule: RootRule;
      readonly type: SharedType | null;
      /** The root that the rule for its keys speaks of. */
      readonly keysIn: SharedType | null;
    }
  | { readonly kind: 'entry'; readonly rule: EntriesRule; readonly type: SharedType | null }
  | {
      readonly kind: 'text';
      readonly rule: FieldRule;
      readonly max: number;
      readonly type: SharedType | null;
    };

type EntriesRule = Extract<RootRule, { of: 'entries' }>;
/** Null where the type comes with the update itself. */
type SharedType = Y.AbstractType<unknown>;

export interface Place {
  readonly holder: Holder;
  /** Null for characters, which stand in a row. */
  readonly key: string | null;
}

/** Among what is deleted for good: Yjs keeps nothing of such a struct but its length. */
export const gone = 'gone';
export type Placing = Place | typeof gone;

/** Says where things stand while one update is judged. */
export class Places {
  readonly #doc: Y.Doc;
  readonly #shape: DocumentShape;
  readonly #findNew: (id: Id) => Struct | null;
  readonly #ofNew = new Map<Struct, Placing>();
  readonly #roots = new Map<string, Holder>();
  readonly #known = new Map<SharedType, Holder | null>();
  readonly #made = new Map<Struct, Holder>();

  /** `findNew` knows the structs of the update. */
  constructor(doc: Y.Doc, shape: DocumentShape, findNew: (id: Id) => Struct | null) {
    this.#doc = doc;
    this.#shape = shape;
    this.#findNew = findNew;
  }

  /** Call in an order in which everything comes after what it refers to. Null where it can stand nowhere. */
  place(struct: Struct): Placing | null {
    const placing = struct.content.kind === 'gc' ? gone : this.#placing(struct);
    if (placing !== null) this.#ofNew.set(struct, placing);
    return placing;
  }

  /** Null where the shape has no such place, which the gate never let come about. */
  ofItem(item: Y.Item): Place | null {
    const holder = this.#holderOf(item.parent as SharedType);
    return holder && { holder, key: item.parentSub };
  }

  ofNew(struct: Struct): Placing | null {
    return this.#ofNew.get(struct) ?? null;
  }

  #placing({ origin, rightOrigin, parent, parentSub }: Struct): Placing | null {
    if (parent !== null) return this.#below(parent, parentSub);
    const left = origin && this.#at(origin);
    const right = rightOrigin && this.#at(rightOrigin);
    if ((origin && !left) || (rightOrigin && !right)) return null;
    if (left === gone || right === gone) return gone;
    if (left && right && !isSamePlace(left, right)) return null;
    return left ?? right;
  }

  #below(parent: string | Id, key: string | null): Placing | null {
    const holder = typeof parent === 'string' ? this.#root(parent) : this.#holderAt(parent);
    return holder === null || holder === gone ? holder : { holder, key };
  }

  #at(id: Id): Placing | null {
    const made = this.#findNew(id);
    if (made) return this.ofNew(made);
    const item = itemAt(this.#doc, id);
    return item instanceof Y.Item ? this.ofItem(item) : gone;
  }

  #holderAt(id: Id): Holder | typeof gone | null {
    const made = this.#findNew(id);
    if (made) return this.#holderMade(made);
    const item = itemAt(this.#doc, id);
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return gone;
    return item.content instanceof Y.ContentType ? this.#holderOf(item.content.type as SharedType) : null;
  }

  #holderMade(struct: Struct): Holder | typeof gone | null {
    const placing = this.ofNew(struct);
    if (placing === null) return null;
    if (placing === gone || struct.content.kind === 'deleted') return gone;
    if (struct.content.kind !== 'map' && struct.content.kind !== 'text') return null;
    const known = this.#made.get(struct);
    if (known) return known;
    const holder = holderWithin(placing, null);
    if (holder) this.#made.set(struct, holder);
    return holder;
  }

  #holderOf(type: SharedType): Holder | null {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const holder = type._item ? this.#holderBy(type, type._item) : this.#rootOf(type);
    this.#known.set(type, holder);
    return holder;
  }

  #holderBy(type: SharedType, item: Y.Item): Holder | null {
    const place = this.ofItem(item);
    return place && holderWithin(place, type);
  }

  #rootOf(type: SharedType): Holder | null {
    for (const name of Object.keys(this.#shape.roots))
      if (this.#doc.share.get(name) === type) return this.#root(name);
    return null;
  }

  #root(name: string): Holder | null {
    const known = this.#roots.get(name);
    if (known) return known;
    const rule = Object.hasOwn(this.#shape.roots, name) ? this.#shape.roots[name] : undefined;
    if (!rule) return null;
    const keysIn = rule.keys ? this.#shared(rule.keys.root) : null;
    const holder: Holder = { kind: 'root', rule, type: this.#shared(name), keysIn };
    this.#roots.set(name, holder);
    return holder;
  }

  #shared(name: string): SharedType | null {
    return (this.#doc.share.get(name) as SharedType | undefined) ?? null;
  }
}

/** The rule of an entry's field; undefined where entries of this root have no such field. */
export function fieldOf(rule: EntriesRule, key: string): FieldRule | undefined {
  return Object.hasOwn(rule.fields, key) ? rule.fields[key] : undefined;
}

/** What a type at this place would hold: an entry's fields, or the characters of a text field. */
function holderWithin({ holder, key }: Place, type: SharedType | null): Holder | null {
  if (key === null || holder.kind === 'text') return null;
  if (holder.kind === 'root')
    return holder.rule.of === 'entries' ? { kind: 'entry', rule: holder.rule, type } : null;
  const rule = fieldOf(holder.rule, key);
  return rule?.shape.kind === 'text' ? { kind: 'text', rule, max: rule.shape.max, type } : null;
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.holder === other.holder && one.key === other.key;
}

/** Only for ids the document has. */
export function itemAt(doc: Y.Doc, id: Id): Y.Item | Y.GC | undefined {
  const structs = doc.store.clients.get(id.client);
  return structs?.[Y.findIndexSS(structs, id.clock)];
}
