/** Two people on one board with notes n1 to n4, who hear of each other when told to. */
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { Topics } from '../../../src/domain/board/topics.ts';
import { exchange } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;
const noteWords = ['Deploys are slow', 'Alerts at night', 'Nobody reads alerts', 'Users wait'];

export function twoPeople() {
  const [one, other, servers] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const server = new Board(servers, { kind: 'server' });
  noteWords.forEach((text, at) =>
    server.addNote(`n${at + 1}`, { segment: 's1', lens: '', prompt: '', text }),
  );
  const sync = () => [one, other, one].forEach((doc) => exchange(servers, doc));
  sync();
  return { ana: person(one), bo: person(other), server: person(servers), sync };
}

function person(doc: Y.Doc) {
  const board = new Board(doc, own);
  const topics = new Topics(doc, own);
  let made = 0;
  return {
    doc,
    board,
    topics,
    newId: () => `fresh${(made += 1)}-${doc.clientID}`,
    read: () => topics.readTopics(board.readNotes()),
    /** Topics with their notes, as one line each; `*` marks notes that nobody grouped. */
    groups: () =>
      topics
        .readTopics(board.readNotes())
        .map(
          ({ id, notes, isLone }) => `${id}${isLone ? '*' : ''}: ${notes.map((note) => note.id).join(' ')}`,
        ),
  };
}
