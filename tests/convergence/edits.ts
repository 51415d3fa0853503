/** What people do to a board, drawn at random. */
import type { Board } from '../../src/domain/board/board.ts';
import type { SeededRandom } from '../support/random.ts';

const words = ['alert', 'queue', 'runbook', 'retry', ' ', 'öl', '👩‍🚒', 'x', '\n', 'the long way round'];
const areas = ['decisions', 'actions'] as const;

/** One edit; `id` is fresh and serves for what is added. */
export function editSomething(board: Board, random: SeededRandom, id: string): void {
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
