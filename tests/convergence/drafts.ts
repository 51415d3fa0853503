/** What authors do with their desks and with the notes that came of them, drawn at random. */
import { createHash } from 'node:crypto';
import type { Draft } from '../../src/domain/desk/desk.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import type { SeededRandom } from '../support/random.ts';

const words = ['thanks', ' for the calm', 'öl', '👩‍🚒', 'x', '\n'];

/** Writes, types, adds to the board, takes away, or says that a receipt is kept; `id` serves for a new draft. */
export function editDesk(author: HeadlessPerson, random: SeededRandom, id: string): void {
  const desk = author.desk();
  const drafts = desk.readDrafts();
  if (drafts.length === 0 || random.below(2) === 0) return writeDraft(author, random, id);
  const draft = random.pick(drafts);
  const edits = [
    () => desk.textOf(draft.id)?.splice(random.below(9), random.below(3), random.pick(words)),
    () => desk.releaseDraft(draft.id),
    () => desk.setRemoved(draft.id, true),
    () => desk.keepDraft((drafts.find(({ note }) => note !== null) ?? draft).id),
  ];
  random.pick(edits)();
}

/** Wins are published one by one, the others with the reveal. */
function writeDraft(author: HeadlessPerson, random: SeededRandom, id: string): void {
  const segment = random.pick(['wins', 'gather']);
  const released = segment === 'wins' && random.below(2) === 0;
  author.write({ id, segment, text: `${random.pick(words)} ${id}`, released, receipt: receiptOf(id) });
}

/** Asks as the author of a note does; resolves with the status, or null where there is no note to change. */
export async function changeOwnNote(author: HeadlessPerson, random: SeededRandom): Promise<number | null> {
  const published = author.desk().readDrafts().filter(isOnBoard);
  if (published.length === 0) return null;
  const { id, note } = random.pick(published);
  const change = random.below(3) === 0 ? { withdraw: true } : { text: `${random.pick(words)} again` };
  const answer = await author.request('POST', `/notes/${note}`, { receipt: receiptOf(id), ...change }, false);
  return answer.status;
}

function isOnBoard(draft: Draft): draft is Draft & { note: string } {
  return draft.note !== null;
}

function receiptOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}
