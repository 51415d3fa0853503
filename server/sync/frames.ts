/**
 * One WebSocket message of the document wire, taken apart or put together. Nothing is copied: what a frame carries
 * stays a view of the message. Rules: docs/protocol.md.
 */
import * as encoding from 'lib0/encoding';
import { limits } from '../../src/protocol/limits.ts';
import { channel, syncStep } from '../../src/protocol/sync.ts';
import { ByteReader, UnreadableBytes } from './gate/byte-reader.ts';

export type Frame =
  /** "This is what I have": answered with what is missing. */
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** The answer to our own step 1. */
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness' | 'query-awareness' }
  /** Not part of the protocol; `reason` is for the log. */
  | { readonly kind: 'invalid'; readonly reason: string };

/** More entries than a document can have clients. The caller compares with what its document really has. */
const stateVectorEntries = limits.clientIdsPerRoom + limits.stateVectorSpare;

/** Never throws. A state vector is checked here, an update only by the gate, awareness not at all. */
export function parseFrame(message: Uint8Array): Frame {
  try {
    return readFrame(new ByteReader(message));
  } catch (error) {
    if (error instanceof UnreadableBytes) return { kind: 'invalid', reason: error.message };
    throw error;
  }
}

export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(syncStep.step1, stateVector);
}

export function encodeStep2(update: Uint8Array): Uint8Array {
  return encodeSync(syncStep.step2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncStep.update, update);
}

function readFrame(reader: ByteReader): Frame {
  const on = reader.uint();
  switch (on) {
    case channel.sync:
      return readSync(reader);
    case channel.awareness:
      return { kind: 'awareness' };
    case channel.queryAwareness:
      return { kind: 'query-awareness' };
    default:
      return { kind: 'invalid', reason: `channel ${on}` };
  }
}

function readSync(reader: ByteReader): Frame {
  const step = reader.uint();
  const payload = reader.bytes();
  reader.end();
  switch (step) {
    case syncStep.step1:
      checkStateVector(new ByteReader(payload));
      return { kind: 'step1', stateVector: payload };
    case syncStep.step2:
      return { kind: 'step2', update: payload };
    case syncStep.update:
      return { kind: 'update', update: payload };
    default:
      return { kind: 'invalid', reason: `sync step ${step}` };
  }
}

function checkStateVector(reader: ByteReader): void {
  const entries = reader.count(2);
  if (entries > stateVectorEntries) throw new UnreadableBytes('a state vector of too many clients');
  for (let read = 0; read < entries * 2; read++) reader.uint();
  reader.end();
}

function encodeSync(step: number, payload: Uint8Array): Uint8Array {
  const out = encoding.createEncoder();
  encoding.writeVarUint(out, channel.sync);
  encoding.writeVarUint(out, step);
  encoding.writeVarUint8Array(out, payload);
  return encoding.toUint8Array(out);
}
