/**
 * The single values that say which note is in which topic, which topic counts as which, and which is gone. A write
 * remembers what stood before it, and can be taken back while it is the last one: the same value that somebody else
 * wrote later is theirs.
 */
import type * as Y from 'yjs';
import { entryOf, flagAt, stringAt, type Entries } from '../yjs/entries.ts';
import type { BoardOrigin } from './board.ts';
import { boardRoots } from './schema.ts';

/** `id` is a note's for `membership`, and a topic's otherwise. */
export interface RegisterWrite {
  readonly register: 'membership' | 'mergedInto' | 'removed';
  readonly id: string;
  readonly before: string | boolean;
  /** Which write stood there, and which does since: they are all different. */
  readonly over: string;
  readonly mark: string;
}
type Register = Pick<RegisterWrite, 'register' | 'id'>;

export class TopicRegisters {
  readonly #topics: Entries;
  readonly #membership: Y.Map<unknown>;
  readonly #origin: BoardOrigin;
  /** Of writes that put back what stood before: the write that stands again. */
  readonly #restored = new Map<string, string>();

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#topics = doc.getMap(boardRoots.topics);
    this.#membership = doc.getMap(boardRoots.membership);
    this.#origin = origin;
  }

  /** An empty topic takes the note out. */
  move(note: string, topic: string): RegisterWrite[] {
    return this.#put({ register: 'membership', id: note }, topic);
  }

  merge(topic: string, into: string): RegisterWrite[] {
    return this.#put({ register: 'mergedInto', id: topic }, into);
  }

  setRemoved(topic: string, removed: boolean): RegisterWrite[] {
    return this.#put({ register: 'removed', id: topic }, removed);
  }

  /** A topic that was made just now, as if it had been there before and removed. */
  appeared(topic: string): RegisterWrite {
    const at = { register: 'removed', id: topic } as const;
    return { ...at, before: true, over: 'unmade', mark: this.#markOf(at) };
  }

  stands(write: RegisterWrite): boolean {
    return this.#mapOf(write) !== null && this.#markOf(write) === write.mark;
  }

  takeBack(write: RegisterWrite): void {
    if (!this.stands(write)) return;
    this.#set(write, write.before);
    this.#restored.set(this.#lastWriteOf(write), write.over);
  }

  #put(at: Register, value: string | boolean): RegisterWrite[] {
    const before = this.#read(at);
    if (before === value || !this.#mapOf(at)) return [];
    const over = this.#markOf(at);
    this.#set(at, value);
    return [{ ...at, before, over, mark: this.#markOf(at) }];
  }

  #read(at: Register): string | boolean {
    const map = this.#mapOf(at);
    if (at.register === 'removed') return map !== null && flagAt(map, 'removed');
    return map ? stringAt(map, keyOf(at)) : '';
  }

  #set(at: Register, value: string | boolean): void {
    const map = this.#mapOf(at);
    map?.doc?.transact(() => map.set(keyOf(at), value), this.#origin);
  }

  #markOf(at: Register): string {
    const last = this.#lastWriteOf(at);
    return this.#restored.get(last) ?? last;
  }

  /** Empty where nobody has written. Yjs keeps the last write of each key, with its writer and a number. */
  #lastWriteOf(at: Register): string {
    const write = this.#mapOf(at)?._map.get(keyOf(at));
    return write ? `${write.id.client} ${write.id.clock}` : '';
  }

  #mapOf({ register, id }: Register): Entries | null {
    return register === 'membership' ? this.#membership : entryOf(this.#topics, id);
  }
}

function keyOf({ register, id }: Register): string {
  return register === 'membership' ? id : register;
}
