/**
 * The single values that say which note is in which topic, which topic counts as which, and which is gone. Every write
 * is remembered with what stood there before, so that it can be taken back where nobody has written over it since.
 */
import type * as Y from 'yjs';
import { entryOf, flagAt, stringAt, type Entries } from '../yjs/entries.ts';
import { setFields } from '../yjs/write-entries.ts';
import type { BoardOrigin } from './board.ts';
import { boardRoots } from './schema.ts';

/** `id` is a note's for `membership`, and a topic's otherwise. */
export type RegisterWrite =
  | {
      readonly register: 'membership' | 'mergedInto';
      readonly id: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly register: 'removed';
      readonly id: string;
      readonly before: boolean;
      readonly after: boolean;
    };

export class TopicRegisters {
  readonly #topics: Entries;
  readonly #membership: Y.Map<unknown>;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#topics = doc.getMap(boardRoots.topics);
    this.#membership = doc.getMap(boardRoots.membership);
    this.#origin = origin;
  }

  /** Empty for a note that nobody has put anywhere, or has taken out. */
  membershipOf(note: string): string {
    const topic = this.#membership.get(note);
    return typeof topic === 'string' ? topic : '';
  }

  isRemoved(topic: string): boolean {
    const entry = entryOf(this.#topics, topic);
    return entry !== null && flagAt(entry, 'removed');
  }

  mergedIntoOf(topic: string): string {
    const entry = entryOf(this.#topics, topic);
    return entry ? stringAt(entry, 'mergedInto') : '';
  }

  move(note: string, topic: string): RegisterWrite[] {
    return this.#put({ register: 'membership', id: note, before: this.membershipOf(note), after: topic });
  }

  merge(topic: string, into: string): RegisterWrite[] {
    return this.#put({ register: 'mergedInto', id: topic, before: this.mergedIntoOf(topic), after: into });
  }

  setRemoved(topic: string, removed: boolean): RegisterWrite[] {
    return this.#put({ register: 'removed', id: topic, before: this.isRemoved(topic), after: removed });
  }

  /** Whether what was written is still what stands. */
  stands({ register, id, after }: RegisterWrite): boolean {
    if (register === 'membership') return this.membershipOf(id) === after;
    return (register === 'removed' ? this.isRemoved(id) : this.mergedIntoOf(id)) === after;
  }

  takeBack(write: RegisterWrite): void {
    if (this.stands(write)) this.#set(write, write.before);
  }

  #put(write: RegisterWrite): RegisterWrite[] {
    if (write.before === write.after) return [];
    this.#set(write, write.after);
    return [write];
  }

  #set({ register, id }: RegisterWrite, value: string | boolean): void {
    if (register !== 'membership') setFields(this.#topics, this.#origin, id, { [register]: value });
    else this.#membership.doc?.transact(() => this.#membership.set(id, value), this.#origin);
  }
}
