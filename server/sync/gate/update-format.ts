/** Yjs' update format (version 1), as far as our documents need it. */

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export type Value = string | number | boolean;

/** `gc` and `deleted` are what Yjs keeps of things that were deleted: a length, without or with a place. */
export type Content =
  | { readonly kind: 'gc' | 'deleted' | 'map' | 'text' }
  | { readonly kind: 'characters'; readonly characters: string }
  | { readonly kind: 'values'; readonly values: readonly Value[] };

export interface Struct extends Id {
  /** Clocks it takes: UTF-16 units, values, or 1 for a type. */
  readonly length: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** Name of a root, or the id of the type it stands in; null where origin or right origin tell. */
  readonly parent: string | Id | null;
  readonly parentSub: string | null;
  readonly content: Content;
  /** Its bytes in the update, [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Low five bits of a struct's first byte. */
export const structKind = { gc: 0, deleted: 1, characters: 4, type: 7, values: 8, skip: 10 } as const;
/** What else that byte says: which of the optional parts follow. */
export const structFlag = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20, kind: 0x1f } as const;
/** How a type is told. */
export const typeKind = { map: 1, text: 2 } as const;
/** First byte of a single value. */
export const valueTag = { int: 125, float32: 124, float64: 123, no: 121, yes: 120, string: 119 } as const;
