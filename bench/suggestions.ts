/** What finding groups in a full board costs, beside what Yjs needs to load that board. */
import * as Y from 'yjs';
import { Board } from '../src/domain/board/board.ts';
import { suggestGroups } from '../src/domain/board/suggestions.ts';
import { fullBoard } from '../tests/support/full-board.ts';
import { timePerCall, type Figure } from './measure.ts';

const calls = 20;

export function measureSuggestions(): Figure[] {
  const notes = fullBoard(7);
  const doc = new Y.Doc();
  const board = new Board(doc, { kind: 'server' });
  for (const { id, text } of notes) board.addNote(id, { segment: 'gather', lens: 'user', prompt: '', text });
  const state = Y.encodeStateAsUpdate(doc);
  const suggested = timePerCall(calls, () => suggestGroups(notes)) / 1000;
  const loaded = timePerCall(calls, () => Y.applyUpdate(new Y.Doc(), state)) / 1000;
  return [
    { what: `Suggesting groups of ${notes.length} notes`, value: suggested, unit: 'ms', goal: 500 },
    { what: 'Loading them, in Yjs', value: loaded, unit: 'ms' },
  ];
}
