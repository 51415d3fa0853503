/**
 * Entries of a shared map as plain values. A document may hold anything that a peer once wrote, so every read names the
 * type it expects and answers with an empty value where something else stands; nothing here throws.
 */
import * as Y from 'yjs';
import { isKey, orderMax } from './shape.ts';

export type Entry = Y.Map<unknown>;
/** Declared with what should stand there; whether it does is asked at each read. */
export type Entries = Y.Map<unknown>;

export interface Ordered {
  readonly id: string;
  readonly order: number;
}

/** Null where nothing, or nothing that is an entry, stands under the id. */
export function entryOf(root: Entries, id: string): Entry | null {
  const entry = isKey(id) ? root.get(id) : undefined;
  return entry instanceof Y.Map ? entry : null;
}

/** Everything not removed, by order and then by id, so that all peers see the same sequence. */
export function readEntries<T extends Ordered>(root: Entries, read: (id: string, entry: Entry) => T): T[] {
  return readSorted(root, read, ({ order }) => order);
}

/** The same by another number than the order. */
export function readSorted<T extends { readonly id: string }>(
  root: Entries,
  read: (id: string, entry: Entry) => T,
  by: (item: T) => number,
): T[] {
  const found: T[] = [];
  for (const id of root.keys()) {
    const entry = entryOf(root, id);
    if (entry && !flagAt(entry, 'removed')) found.push(read(id, entry));
  }
  return found.sort((a, b) => by(a) - by(b) || (a.id < b.id ? -1 : 1));
}

/** One past the highest, but never past what the shape admits: one entry at the limit must not block all later ones. */
export function nextOrder(root: Entries): number {
  let highest = 0;
  for (const id of root.keys()) {
    const entry = entryOf(root, id);
    if (entry) highest = Math.max(highest, numberAt(entry, 'order'));
  }
  return Math.min(highest + 1, orderMax);
}

/** About what the entries take when encoded, removed ones included: a few hundred bytes each, and their words. */
export function roughBytes(root: Entries): number {
  let bytes = 0;
  for (const id of root.keys()) {
    const entry = entryOf(root, id);
    bytes += entryBytes + (entry ? wordsBytes(entry) : 0);
  }
  return bytes;
}

const entryBytes = 400;

function wordsBytes(entry: Entry): number {
  let bytes = 0;
  for (const value of entry.values()) {
    if (value instanceof Y.Text) bytes += new TextEncoder().encode(value.toString()).byteLength;
  }
  return bytes;
}

export function stringAt(entry: Entry, key: string): string {
  const value = entry.get(key);
  return typeof value === 'string' ? value : '';
}

export function numberAt(entry: Entry, key: string): number {
  const value = entry.get(key);
  return Number.isFinite(value) ? (value as number) : 0;
}

export function flagAt(entry: Entry, key: string): boolean {
  return entry.get(key) === true;
}

/** The words of a shared text; empty where there is none. */
export function wordsAt(entry: Entry, key: string): string {
  return textAt(entry, key)?.toString() ?? '';
}

/** Null where no shared text stands under the key. */
export function textAt(entry: Entry, key: string): Y.Text | null {
  const value = entry.get(key);
  return value instanceof Y.Text ? value : null;
}
