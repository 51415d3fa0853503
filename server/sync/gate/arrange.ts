/**
 * Brings the new structs of all clients into an order in which each follows what it refers to. An update may carry
 * several clients that build on each other (one browser's tabs), and nothing says which comes first.
 */
import * as Y from 'yjs';
import { findNew, type Block } from './blocks.ts';
import type { Id, Struct } from './update-format.ts';

export type Arrangement =
  | { readonly kind: 'ordered'; readonly structs: readonly Struct[] }
  /** Something refers to what neither the document nor the update has. */
  | { readonly kind: 'missing' }
  /** Structs wait for each other; no honest editor writes that. */
  | { readonly kind: 'circular' };

export function arrange(doc: Y.Doc, blocks: readonly Block[]): Arrangement {
  const queues = blocks.map(({ client, structs }) => ({ client, structs, done: 0 }));
  const reached = new Map<number, number>();
  const isThere = ({ client, clock }: Id) => clock < (reached.get(client) ?? Y.getState(doc.store, client));
  const structs: Struct[] = [];
  for (let before = -1; before < structs.length;) {
    before = structs.length;
    for (const queue of queues) {
      for (let next = queue.structs[queue.done]; next && isReady(next, isThere);) {
        structs.push(next);
        reached.set(queue.client, next.clock + next.length);
        next = queue.structs[++queue.done];
      }
    }
  }
  const waiting = queues.flatMap((queue) => queue.structs[queue.done] ?? []);
  if (waiting.length === 0) return { kind: 'ordered', structs };
  const willBeThere = (id: Id) => isThere(id) || findNew(blocks, id) !== null;
  return { kind: waiting.every((struct) => isReady(struct, willBeThere)) ? 'circular' : 'missing' };
}

function isReady(struct: Struct, isThere: (id: Id) => boolean): boolean {
  const { origin, rightOrigin, parent } = struct;
  return (
    (origin === null || isThere(origin)) &&
    (rightOrigin === null || isThere(rightOrigin)) &&
    (parent === null || typeof parent === 'string' || isThere(parent))
  );
}
