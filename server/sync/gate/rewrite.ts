/** The rest of an update as an update of its own: structs as they came, but for one that was cut. */
import * as encoding from 'lib0/encoding';
import type { DeleteRange, Rest } from './rest.ts';
import { structFlag, structKind, type Id, type Struct } from './update-format.ts';

export function encodeRest(update: Uint8Array, { blocks, deletions }: Rest): Uint8Array {
  const out = encoding.createEncoder();
  encoding.writeVarUint(out, blocks.length);
  for (const { client, structs, isCut } of blocks) {
    encoding.writeVarUint(out, structs.length);
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, structs[0]?.clock ?? 0);
    structs.forEach((struct, i) => {
      if (isCut && i === 0) writeStruct(out, struct);
      else encoding.writeUint8Array(out, update.subarray(struct.from, struct.to));
    });
  }
  writeDeletions(out, deletions);
  return encoding.toUint8Array(out);
}

/** A struct with an origin, or one without a place: what is left of a cut one always is. */
function writeStruct(out: encoding.Encoder, { content, length, origin, rightOrigin }: Struct): void {
  const flags = (origin ? structFlag.origin : 0) | (rightOrigin ? structFlag.rightOrigin : 0);
  const start = (kind: number) => {
    encoding.writeUint8(out, kind | flags);
    for (const id of [origin, rightOrigin]) if (id) writeId(out, id);
  };
  switch (content.kind) {
    case 'gc':
      encoding.writeUint8(out, structKind.gc);
      encoding.writeVarUint(out, length);
      break;
    case 'deleted':
      start(structKind.deleted);
      encoding.writeVarUint(out, length);
      break;
    case 'characters':
      start(structKind.characters);
      encoding.writeVarString(out, content.characters);
      break;
    case 'values':
      start(structKind.values);
      encoding.writeVarUint(out, content.values.length);
      for (const value of content.values) encoding.writeAny(out, value);
      break;
    case 'map':
    case 'text':
      throw new Error('A type takes one clock and cannot be cut.');
  }
}

function writeDeletions(out: encoding.Encoder, deletions: readonly DeleteRange[]): void {
  const clients = Map.groupBy(deletions, ({ client }) => client);
  encoding.writeVarUint(out, clients.size);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(out, clock);
      encoding.writeVarUint(out, length);
    }
  }
}

function writeId(out: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(out, client);
  encoding.writeVarUint(out, clock);
}
