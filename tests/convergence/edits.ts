/** What people do to a board, drawn at random. */
import type * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { Timeline } from '../../src/domain/board/timeline.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import type { SeededRandom } from '../support/random.ts';

const words = ['alert', 'queue', 'runbook', 'retry', ' ', 'öl', '👩‍🚒', 'x', '\n', 'the long way round'];
const areas = ['decisions', 'actions'] as const;

/** One edit; `id` is fresh and serves for what is added. */
export function editSomething(doc: Y.Doc, random: SeededRandom, id: string): void {
  const board = new Board(doc, { kind: 'own' });
  const notes = board.readNotes().map((note) => note.id);
  if (random.below(3) === 0) group(new Topics(doc, { kind: 'own' }), notes, random, id);
  else if (random.below(5) === 0) happen(new Timeline(doc, { kind: 'own' }), random, id);
  else write(board, random, id);
}

/** `notes` are those on the board that people can see. */
function group(topics: Topics, notes: readonly string[], random: SeededRandom, id: string): void {
  const known = topics.readTopics([]);
  const some = notes.filter(() => random.below(3) === 0);
  if (known.length === 0) return void topics.addTopic(id, some, random.pick(words));
  const [one, other] = [random.pick(known), random.pick(known)];
  const edits = [
    () => topics.addTopic(id, some, random.pick(words)),
    () => topics.moveNotes(some, one.id),
    () => topics.takeOut(some, () => id),
    () => topics.mergeTopics(one.id, other.id),
    () => topics.unmerge(one.merged[0] ?? one.id),
    () => topics.ungroup([one.id], () => id),
    () => topics.takeBack(topics.moveNotes(some, other.id)),
    () => topics.titleOf(one.id)?.splice(random.below(9), random.below(3), random.pick(words)),
    () => topics.minutesOf(one.id)?.splice(random.below(9), random.below(3), random.pick(words)),
  ];
  random.pick(edits)();
}

function happen(timeline: Timeline, random: SeededRandom, id: string): void {
  const [some] = timeline.readTimeline().slice(random.below(5));
  const at = Date.parse('2026-11-21T14:00:00Z') + random.below(120) * 60_000;
  const source = random.below(2) === 0 ? null : 'https://ci.example.org/runs/7';
  if (!some) return timeline.add(id, { at, what: random.pick(words), source });
  const edits = [
    () => timeline.add(id, { at, what: random.pick(words), source }),
    () => timeline.setAt(some.id, at),
    () => timeline.setSource(some.id, source),
    () => timeline.setRemoved(some.id, random.below(2) === 0),
    () => timeline.whatOf(some.id)?.splice(random.below(9), random.below(3), random.pick(words)),
  ];
  random.pick(edits)();
}

function write(board: Board, random: SeededRandom, id: string): void {
  const dice = random.below(10);
  const area = random.pick(areas);
  const entries = area === 'actions' ? board.readActions() : board.readDecisions();
  if (dice === 0 || entries.length === 0) return add(board, area, id, random);
  const entry = random.pick<{ readonly id: string }>(entries);
  if (dice <= 6) return type(board, area, entry.id, random);
  if (area === 'actions' && dice === 7) return board.setDue(entry.id, `2026-12-${10 + random.below(20)}`);
  if (area === 'actions' && dice === 8)
    return board.setOwner(entry.id, { kind: 'name', name: random.pick(['Ana', 'Bo']) });
  board.setRemoved(area, entry.id, random.below(2) === 0);
}

function add(board: Board, area: (typeof areas)[number], id: string, random: SeededRandom): void {
  if (area === 'actions') board.addAction(id, random.pick(words));
  else board.addDecision(id, random.pick(words));
}

function type(board: Board, area: (typeof areas)[number], id: string, random: SeededRandom): void {
  const field = board.textOf(area, id);
  if (!field) return;
  const length = field.read().length;
  const insert = length > 400 ? '' : random.pick(words);
  field.splice(random.below(length + 1), random.below(4), insert);
}
