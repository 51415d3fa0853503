/** Writes updates by hand, byte for byte, as no editor ever would. */
import * as encoding from 'lib0/encoding';

type Id = readonly [client: number, clock: number];
type Write = (out: encoding.Encoder) => void;

export interface Spot {
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  /** A root's name or a type's id; only written where neither origin is. */
  readonly in?: string | Id;
  readonly key?: string;
}

export interface Crafted {
  readonly structs?: readonly {
    readonly client: number;
    readonly clock: number;
    readonly structs: readonly Write[];
  }[];
  readonly deletes?: readonly { readonly client: number; readonly ranges: readonly Id[] }[];
}

/** In `ranges` the second number is a length. */
export function craft({ structs = [], deletes = [] }: Crafted): Uint8Array {
  return bytes((out) => {
    encoding.writeVarUint(out, structs.length);
    for (const block of structs) {
      uints(out, block.structs.length, block.client, block.clock);
      for (const write of block.structs) write(out);
    }
    encoding.writeVarUint(out, deletes.length);
    for (const { client, ranges } of deletes) {
      uints(out, client, ranges.length);
      for (const range of ranges) uints(out, ...range);
    }
  });
}

/** One client's structs from `clock` on. */
export function craftOne(client: number, clock: number, ...structs: readonly Write[]): Uint8Array {
  return craft({ structs: [{ client, clock, structs }] });
}

export function bytes(write: Write): Uint8Array {
  const out = encoding.createEncoder();
  write(out);
  return encoding.toUint8Array(out);
}

export function uints(out: encoding.Encoder, ...numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(out, number);
}

export const gc = (length: number): Write => bare(0, length);
export const skip = (length: number): Write => bare(10, length);

export const characters = (spot: Spot, text: string): Write =>
  item(4, spot, (out) => encoding.writeVarString(out, text));

export const deleted = (spot: Spot, length: number): Write => item(1, spot, (out) => uints(out, length));

export const values = (spot: Spot, ...list: readonly unknown[]): Write =>
  item(8, spot, (out) => {
    encoding.writeVarUint(out, list.length);
    for (const value of list) encoding.writeAny(out, value as never);
  });

const types = { array: 0, map: 1, text: 2, xmlElement: 3, xmlFragment: 4, xmlHook: 5, xmlText: 6 } as const;

export const type = (spot: Spot, name: keyof typeof types): Write =>
  item(7, spot, (out) => {
    encoding.writeVarUint(out, types[name]);
    if (name === 'xmlElement' || name === 'xmlHook') encoding.writeVarString(out, 'script');
  });

export const json = (spot: Spot, value: unknown): Write =>
  item(2, spot, (out) => {
    encoding.writeVarUint(out, 1);
    encoding.writeVarString(out, JSON.stringify(value));
  });

export const binary = (spot: Spot, length: number): Write =>
  item(3, spot, (out) => encoding.writeVarUint8Array(out, new Uint8Array(length)));

export const embed = (spot: Spot, value: unknown): Write =>
  item(5, spot, (out) => encoding.writeVarString(out, JSON.stringify(value)));

export const format = (spot: Spot, key: string, value: unknown): Write =>
  item(6, spot, (out) => {
    encoding.writeVarString(out, key);
    encoding.writeVarString(out, JSON.stringify(value));
  });

export const subdocument = (spot: Spot, guid: string): Write =>
  item(9, spot, (out) => {
    encoding.writeVarString(out, guid);
    encoding.writeAny(out, {});
  });

function bare(kind: number, length: number): Write {
  return (out) => {
    encoding.writeUint8(out, kind);
    encoding.writeVarUint(out, length);
  };
}

function item(kind: number, spot: Spot, content: Write): Write {
  const { origin, rightOrigin, key } = spot;
  const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  return (out) => {
    encoding.writeUint8(out, kind | flags);
    for (const id of [origin, rightOrigin]) if (id) uints(out, ...id);
    if (!origin && !rightOrigin) {
      writeParent(out, spot.in ?? 'outcomes');
      if (key !== undefined) encoding.writeVarString(out, key);
    }
    content(out);
  };
}

function writeParent(out: encoding.Encoder, parent: string | Id): void {
  encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0);
  if (typeof parent === 'string') encoding.writeVarString(out, parent);
  else uints(out, ...parent);
}
