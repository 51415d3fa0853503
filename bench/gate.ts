/** What judging a typed character costs, beside what Yjs itself needs to apply it. */
import * as Y from 'yjs';
import { judge, type Bounds, type Sender } from '../server/sync/gate/gate.ts';
import { Board } from '../src/domain/board/board.ts';
import { boardShape } from '../src/domain/board/schema.ts';
import { limits } from '../src/protocol/limits.ts';
import { timePerCall, type Figure } from './measure.ts';

const strokes = 4_000;
const typist = 10;
const sender: Sender = { mayWrite: true, ownsClientId: (id) => id === typist };
const bounds: Bounds = {
  structs: limits.mergeStructs,
  deleteRanges: limits.mergeDeleteRanges,
  bytes: limits.mergeBytes,
};

/** A board with 300 notes and one decision that somebody is typing. */
function boardWithNotes(): Y.Doc {
  const doc = new Y.Doc();
  const board = new Board(doc, { kind: 'server' });
  for (let n = 0; n < 300; n++) {
    board.addNote(`note${n}`, { segment: 'gather', lens: 'user', prompt: '', text: 'x'.repeat(120) });
  }
  return doc;
}

interface Typing {
  /** The server's document, to which nothing of the typing has come yet. */
  readonly doc: Y.Doc;
  readonly updates: readonly Uint8Array[];
}

function typing(): Typing {
  const doc = boardWithNotes();
  const own = copyOf(doc);
  own.clientID = typist;
  const board = new Board(own, { kind: 'own' });
  board.addDecision('decision');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)));
  const updates: Uint8Array[] = [];
  own.on('update', (update: Uint8Array) => updates.push(update));
  const field = board.textOf('decisions', 'decision');
  for (let at = 0; at < Math.min(strokes, limits.decisionChars); at++) field?.splice(at, 0, 'a');
  return { doc, updates };
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

export function measureGate(): Figure[] {
  const { doc, updates } = typing();
  const first = updates[0];
  if (!first) throw new Error('nothing was typed');
  const judged = timePerCall(20_000, () => judge(doc, boardShape, sender, first, bounds));
  const target = copyOf(doc);
  const start = performance.now();
  for (const update of updates) Y.applyUpdate(target, update);
  const applied = ((performance.now() - start) * 1000) / updates.length;
  const whole = Y.mergeUpdates([...updates]);
  return [
    { what: 'Judging one typed character', value: judged, unit: 'µs', goal: 100 },
    { what: 'Applying it, in Yjs', value: applied, unit: 'µs' },
    {
      what: `Judging ${updates.length} characters typed offline`,
      value: timePerCall(20, () => judge(doc, boardShape, sender, whole, bounds)) / 1000,
      unit: 'ms',
      goal: 50,
    },
  ];
}
