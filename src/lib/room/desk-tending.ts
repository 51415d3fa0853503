/**
 * What the author's browser owes a published draft: store which note its receipt belongs to, tell the server so, and
 * make a new draft of words that were not published with it. Runs after every change of the desk.
 */
import { emptied, type Desk, type Draft } from '#domain/desk/desk.ts';
import { fingerprint } from './fingerprint.ts';
import { lateDraftId, lateWordsOf } from './late-words.ts';
import type { Receipts } from './receipts.ts';

export function tendDesk(desk: Desk, receipts: Receipts): void {
  for (const draft of desk.readDrafts()) {
    if (draft.published === null) continue;
    saveLateWords(desk, draft, receipts);
    if (draft.published === emptied) receipts.forgetDraft(draft.id);
    else if (!draft.kept && draft.note !== null && receipts.keepForNote(draft.id, draft.note)) {
      desk.keepDraft(draft.id);
    }
  }
}

/** In one transaction: the words are never in both drafts, nor in neither. */
function saveLateWords(desk: Desk, draft: Draft, receipts: Receipts): void {
  const words = lateWordsOf(draft);
  if (words === null) return;
  const id = lateDraftId(draft);
  const { segment, lens, prompt } = draft;
  const receipt = receiptHash(receipts, id);
  desk.together(() => {
    desk.addDraft(id, { segment, lens, prompt, text: words, receipt, released: false, late: true });
    desk.textOf(draft.id)?.splice(0, words.length, '');
  });
}

/** What the desk carries of a new draft's receipt; empty where this browser could not keep it. */
export function receiptHash(receipts: Receipts, draft: string): string {
  const receipt = receipts.forNewDraft(draft);
  return receipt === null ? '' : fingerprint(receipt);
}
