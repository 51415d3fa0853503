/**
 * Reads an update as plain data, without touching a document. Only what can ever stand in one of ours is read:
 * characters, strings, numbers, flags, maps and texts, and what is left of deleted ones. Anything else, known or new,
 * is unreadable here.
 */
import { ByteReader, UnreadableBytes } from './byte-reader.ts';
import {
  structFlag as flag,
  structKind as kind,
  typeKind,
  valueTag,
  type Content,
  type Id,
  type Struct,
  type Value,
} from './update-format.ts';

export interface UpdateVisitor {
  /** Structs of one client follow in the order of their clocks. */
  block(client: number): void;
  /** The writer lacks this stretch of the current client's clocks. */
  skip(): void;
  struct(struct: Struct): void;
  /** Ranges come by client, ascending, without overlap and never empty. */
  deletion(client: number, clock: number, length: number): void;
}

const gc: Content = { kind: 'gc' };
const deleted: Content = { kind: 'deleted' };
const map: Content = { kind: 'map' };
const text: Content = { kind: 'text' };

/** Reads all of it, to the last byte. Throws `UnreadableBytes`; the visitor has then seen a part. */
export function readUpdate(update: Uint8Array, visitor: UpdateVisitor): void {
  const reader = new ByteReader(update);
  readBlocks(reader, visitor);
  readDeletions(reader, visitor);
  reader.end();
}

function readBlocks(reader: ByteReader, visitor: UpdateVisitor): void {
  const clients = new Set<number>();
  for (let blocks = reader.count(5); blocks > 0; blocks--) {
    const structs = atLeastOne(reader.count(2));
    const client = once(clients, reader.uint());
    visitor.block(client);
    let clock = reader.uint();
    for (let i = 0; i < structs; i++) clock = readStruct(reader, visitor, client, clock);
  }
}

function readStruct(reader: ByteReader, visitor: UpdateVisitor, client: number, clock: number): number {
  const from = reader.at;
  const info = reader.byte();
  if (info === kind.skip) {
    visitor.skip();
    return endOf(clock, atLeastOne(reader.uint()));
  }
  const isBare = info === kind.gc;
  const origin = info & flag.origin ? readId(reader) : null;
  const rightOrigin = info & flag.rightOrigin ? readId(reader) : null;
  const isRooted = !isBare && origin === null && rightOrigin === null;
  const parent = isRooted ? readParent(reader) : null;
  const parentSub = isRooted && info & flag.parentSub ? reader.string() : null;
  const [content, length] = isBare ? ([gc, reader.uint()] as const) : readContent(reader, info & flag.kind);
  const end = endOf(clock, atLeastOne(length));
  visitor.struct({
    client,
    clock,
    length,
    origin,
    rightOrigin,
    parent,
    parentSub,
    content,
    from,
    to: reader.at,
  });
  return end;
}

function readId(reader: ByteReader): Id {
  return { client: reader.uint(), clock: reader.uint() };
}

function readParent(reader: ByteReader): string | Id {
  const isRoot = reader.uint();
  if (isRoot > 1) throw new UnreadableBytes('a parent of no kind');
  return isRoot ? reader.string() : readId(reader);
}

function readContent(reader: ByteReader, content: number): readonly [Content, number] {
  switch (content) {
    case kind.deleted:
      return [deleted, reader.uint()];
    case kind.characters: {
      const characters = reader.string();
      return [{ kind: 'characters', characters }, characters.length];
    }
    case kind.type:
      return [readType(reader), 1];
    case kind.values: {
      const values: Value[] = [];
      for (let more = reader.count(1); more > 0; more--) values.push(readValue(reader));
      return [{ kind: 'values', values }, values.length];
    }
    default:
      throw new UnreadableBytes(`content of kind ${content}`);
  }
}

function readType(reader: ByteReader): Content {
  switch (reader.uint()) {
    case typeKind.map:
      return map;
    case typeKind.text:
      return text;
    default:
      throw new UnreadableBytes('a type that is neither map nor text');
  }
}

function readValue(reader: ByteReader): Value {
  const tag = reader.byte();
  switch (tag) {
    case valueTag.int:
      return reader.int();
    case valueTag.float32:
      return reader.float32();
    case valueTag.float64:
      return reader.float64();
    case valueTag.no:
      return false;
    case valueTag.yes:
      return true;
    case valueTag.string:
      return reader.string();
    default:
      throw new UnreadableBytes(`a value tagged ${tag}`);
  }
}

function readDeletions(reader: ByteReader, visitor: UpdateVisitor): void {
  const clients = new Set<number>();
  for (let blocks = reader.count(4); blocks > 0; blocks--) {
    const client = once(clients, reader.uint());
    let end = 0;
    for (let ranges = atLeastOne(reader.count(2)); ranges > 0; ranges--) {
      const clock = reader.uint();
      if (clock < end) throw new UnreadableBytes('delete ranges out of order');
      const length = atLeastOne(reader.uint());
      end = endOf(clock, length);
      visitor.deletion(client, clock, length);
    }
  }
}

function atLeastOne(length: number): number {
  if (length === 0) throw new UnreadableBytes('something empty');
  return length;
}

function once(clients: Set<number>, client: number): number {
  if (clients.has(client)) throw new UnreadableBytes('a client that comes twice');
  clients.add(client);
  return client;
}

function endOf(clock: number, length: number): number {
  const end = clock + length;
  if (end > Number.MAX_SAFE_INTEGER) throw new UnreadableBytes('a clock out of range');
  return end;
}
