/**
 * The write gate. Judges an update against the document as it stands and the shape of what may stand in it, before
 * anything of it is applied. It knows who may write under which client ids and nothing of meetings.
 */
import * as Y from 'yjs';
import type { DocumentShape } from '../../../src/domain/yjs/shape.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import { arrange } from './arrange.ts';
import { structsOf, type Block } from './blocks.ts';
import { UnreadableBytes } from './byte-reader.ts';
import { inspect } from './inspect.ts';
import { readRest, TooMany, type Rest } from './rest.ts';
import { encodeRest } from './rewrite.ts';

export interface Sender {
  /** Read at every update, not once per connection. */
  readonly mayWrite: boolean;
  /** Whether this client id was issued to the sender's seat for this document. */
  ownsClientId(id: number): boolean;
}

export interface Bounds {
  /** New structs, new delete ranges, and bytes that one update may have. */
  readonly structs: number;
  readonly deleteRanges: number;
  readonly bytes: number;
  /** Upper bound of the document's encoded size; where it is given, the shape's limit holds. */
  readonly documentBytes?: number;
}

export type Verdict =
  /** The document has all of it. Nobody is refused that, whatever their role. */
  | { readonly kind: 'nothing-new' }
  /** Give exactly these bytes to `accept`. `clients`: how many new structs came under which client id. */
  | { readonly kind: 'apply'; readonly update: Uint8Array; readonly clients: ReadonlyMap<number, number> }
  /** Ahead of the document, as honest clients are while they reconnect: drop it and ask with a SyncStep1. */
  | { readonly kind: 'gap' }
  /** `reason` is for the log and carries no text of people's. */
  | { readonly kind: 'refuse'; readonly code: ErrorCode; readonly reason: string };

/** Never changes the document and never throws, whatever the bytes. */
export function judge(
  doc: Y.Doc,
  shape: DocumentShape,
  sender: Sender,
  update: Uint8Array,
  bounds: Bounds,
): Verdict {
  if (update.byteLength > bounds.bytes) return refuse('too-large', `${update.byteLength} bytes`);
  const rest = read(doc, update, bounds);
  if ('kind' in rest) return rest;
  if (rest.blocks.length === 0 && rest.deletions.length === 0) return { kind: 'nothing-new' };
  const verdict = judgeRest(doc, shape, sender, rest);
  if (verdict) return verdict;
  const bytes = rest.isWhole ? update : encodeRest(update, rest);
  if ((bounds.documentBytes ?? 0) + bytes.byteLength > shape.bytes)
    return refuse('refused-edit', 'the document is full');
  return { kind: 'apply', update: bytes, clients: countByClient(rest.blocks) };
}

/**
 * Applies an update that `judge` let through. False when Yjs left something of it pending, or threw in the middle:
 * the document is then in doubt, and the caller rebuilds it from what is stored.
 */
export function accept(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin);
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function read(doc: Y.Doc, update: Uint8Array, bounds: Bounds): Rest | Verdict {
  try {
    return readRest(doc, update, bounds);
  } catch (error) {
    if (error instanceof UnreadableBytes) return refuse('bad-input', error.message);
    if (error instanceof TooMany) return refuse('too-large', error.message);
    throw error;
  }
}

/** Null when nothing speaks against it. */
function judgeRest(doc: Y.Doc, shape: DocumentShape, sender: Sender, rest: Rest): Verdict | null {
  if (!sender.mayWrite) return refuse('not-yours-to-do', 'may not write');
  const foreign = rest.blocks.find(({ client }) => !sender.ownsClientId(client));
  if (foreign) return refuse('refused-edit', 'writes under a client id of somebody else');
  const unknown = deletesUnknown(doc, sender, rest);
  if (unknown) return unknown;
  if (rest.isAhead) return { kind: 'gap' };
  const order = arrange(doc, rest.blocks);
  if (order.kind === 'missing') return { kind: 'gap' };
  if (order.kind === 'circular') return refuse('refused-edit', 'structs that wait for each other');
  const reason = inspect(doc, shape, rest, order.structs);
  return reason === null ? null : refuse('refused-edit', reason);
}

/** Own deletes may run ahead like own structs; of others', only what the document has can have been seen. */
function deletesUnknown(doc: Y.Doc, sender: Sender, { blocks, deletions }: Rest): Verdict | null {
  let isAhead = false;
  for (const { client, clock, length } of deletions) {
    const end = clock + length;
    const last = structsOf(blocks, client).at(-1);
    if (end <= (last ? last.clock + last.length : Y.getState(doc.store, client))) continue;
    if (!sender.ownsClientId(client)) return refuse('refused-edit', 'deletes what nobody wrote');
    isAhead = true;
  }
  return isAhead ? { kind: 'gap' } : null;
}

function countByClient(blocks: readonly Block[]): ReadonlyMap<number, number> {
  return new Map(blocks.map(({ client, structs }) => [client, structs.length]));
}

function refuse(code: ErrorCode, reason: string): Verdict & { kind: 'refuse' } {
  return { kind: 'refuse', code, reason };
}
