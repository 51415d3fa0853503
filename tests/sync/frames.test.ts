import { describe, expect, it } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { encodeStep1, encodeStep2, encodeUpdate, parseFrame } from '../../server/sync/frames.ts';
import { limits } from '../../src/protocol/limits.ts';
import { heartbeatFrame } from '../../src/protocol/sync.ts';
import { bytes, uints } from './gate/craft.ts';

function documentWith(text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return doc;
}

/** As y-websocket writes it: the channel, then what y-protocols adds. */
function stock(write: (out: encoding.Encoder) => void): Uint8Array {
  return bytes((out) => {
    encoding.writeVarUint(out, 0);
    write(out);
  });
}

describe('frames', () => {
  it('reads what stock clients write, and writes what they read, to the byte', () => {
    const doc = documentWith('hello');
    const state = Y.encodeStateVector(doc);
    const update = Y.encodeStateAsUpdate(doc);
    const step1 = stock((out) => syncProtocol.writeSyncStep1(out, doc));
    const step2 = stock((out) => syncProtocol.writeSyncStep2(out, doc));
    const typed = stock((out) => syncProtocol.writeUpdate(out, update));
    expect(parseFrame(step1)).toEqual({ kind: 'step1', stateVector: state });
    expect(parseFrame(step2)).toEqual({ kind: 'step2', update });
    expect(parseFrame(typed)).toEqual({ kind: 'update', update });
    expect([encodeStep1(state), encodeStep2(update), encodeUpdate(update)]).toEqual([step1, step2, typed]);
  });

  it('knows awareness by its channel and does not look inside', () => {
    expect(parseFrame(heartbeatFrame)).toEqual({ kind: 'awareness' });
    expect(parseFrame(Uint8Array.of(1, 255, 255, 255))).toEqual({ kind: 'awareness' });
    expect(parseFrame(Uint8Array.of(3))).toEqual({ kind: 'query-awareness' });
  });

  it('calls everything else invalid: nothing, other channels, other steps, cut and overlong messages', () => {
    const step2 = encodeStep2(Y.encodeStateAsUpdate(documentWith('x')));
    for (const message of [
      [],
      [2, 0],
      [4],
      [0],
      [0, 3, 0],
      [0, 0],
      [...step2.subarray(0, -1)],
      [...step2, 0],
      new Array<number>(1_000).fill(0xff),
    ])
      expect(parseFrame(Uint8Array.from(message)).kind, String(message.slice(0, 8))).toBe('invalid');
  });

  it('carries an update as a view of the message and not one byte more', () => {
    const update = Y.encodeStateAsUpdate(documentWith('x'));
    const message = encodeUpdate(update);
    const pool = Uint8Array.from([9, 9, ...message, 9, 9]);
    const frame = parseFrame(pool.subarray(2, 2 + message.length));
    expect(frame).toEqual({ kind: 'update', update });
    expect(frame.kind === 'update' && frame.update.buffer).toBe(pool.buffer);
  });
});

describe('state vectors', () => {
  const stateVector = (entries: number) =>
    bytes((out) => {
      encoding.writeVarUint(out, entries);
      for (let client = 0; client < entries; client++) uints(out, client + 1, 1);
    });
  const most = limits.clientIdsPerRoom + limits.stateVectorSpare;

  it('may name as many clients as a room can have', () => {
    expect(parseFrame(encodeStep1(stateVector(most))).kind).toBe('step1');
  });

  it('T-21: are no bomb: one client more is invalid, and so is a count that is a lie', () => {
    expect(parseFrame(encodeStep1(stateVector(most + 1))).kind).toBe('invalid');
    expect(parseFrame(encodeStep1(stateVector(300_000))).kind).toBe('invalid');
    expect(parseFrame(encodeStep1(Uint8Array.of(100, 1, 1))).kind).toBe('invalid');
    expect(parseFrame(encodeStep1(Uint8Array.of(1, 1, 1, 1))).kind).toBe('invalid');
    expect(parseFrame(encodeStep1(Uint8Array.of())).kind).toBe('invalid');
  });
});
