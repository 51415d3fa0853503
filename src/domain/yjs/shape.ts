/**
 * What may stand in a shared document, as data. The gate on the server judges every struct of an update against it;
 * nothing else is ever applied. A root holds either entries (maps with named fields) or plain values by key.
 */
import { idPattern } from '#protocol/ids.ts';

/** Highest position of an entry among its like; equal positions are told apart by id. */
export const orderMax = 1e9;

/** `text` is shared text edited by several people; all others are single values that overwrite each other. */
export type FieldShape =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'string'; readonly max: number; readonly pattern?: RegExp }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' };

/** `people`: seats that may write the document at all. `server`: only the server's own client id. */
export type Writer = 'people' | 'server';

export interface FieldRule {
  readonly shape: FieldShape;
  readonly writer: Writer;
}

/** Where people's keys stand as well, or never do. `root` is one that the server alone writes, so it cannot be forged. */
export interface KeyRule {
  readonly root: string;
  readonly stands: boolean;
}

interface AnyRoot {
  readonly writer: Writer;
  readonly max: number;
  /** For people only; without it any id will do. */
  readonly keys?: KeyRule;
}

export type RootRule =
  | (AnyRoot & { readonly of: 'entries'; readonly fields: Readonly<Record<string, FieldRule>> })
  | (AnyRoot & { readonly of: 'values'; readonly value: FieldShape });

export interface DocumentShape {
  readonly roots: Readonly<Record<string, RootRule>>;
  /** Longest encoded full state, bytes. */
  readonly bytes: number;
}

/** Map keys are ids; names that every JavaScript object carries are never keys. */
export function isKey(key: string): boolean {
  return idPattern.test(key) && !(key in Object.prototype);
}

/** Whether a single value fits; shared text is judged by its length where it is known. */
export function fitsField(shape: FieldShape, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
      return false;
    case 'string':
      return typeof value === 'string' && value.length <= shape.max && (shape.pattern?.test(value) ?? true);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= shape.min && value <= shape.max;
    case 'flag':
      return typeof value === 'boolean';
  }
}
