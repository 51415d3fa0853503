/**
 * What the author's browser owes a published draft: store which note its receipt belongs to, tell the server so, and
 * make a new draft of words that were not published with it. Runs after every change of the desk.
 */
import { emptied, type Desk, type Draft } from '#domain/desk/desk.ts';
import type { DraftId } from '#protocol/ids.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeptDraft } from './kept-desk.ts';
import { lateDraftId, lateWordsOf } from './late-words.ts';
import type { Receipts } from './receipts.ts';

/** Takes a draft that a full desk would refuse; resolves to whether this device holds it. */
export type Keep = (draft: KeptDraft) => Promise<boolean>;

export function tendDesk(desk: Desk, receipts: Receipts, keep: Keep): void {
  for (const draft of desk.readDrafts()) {
    if (draft.published === null) continue;
    saveLateWords(desk, draft, receipts, keep);
    if (draft.published === emptied) receipts.forgetDraft(draft.id);
    else if (!draft.kept && draft.note !== null && receipts.keepForNote(draft.id, draft.note)) {
      desk.keepDraft(draft.id);
    }
  }
}

/** In one transaction: the words are never in both drafts, nor in neither. */
function saveLateWords(desk: Desk, draft: Draft, receipts: Receipts, keep: Keep): void {
  const words = lateWordsOf(draft);
  if (words === null) return;
  const id = lateDraftId(draft);
  const { segment, lens, prompt } = draft;
  const late = { segment, lens, prompt, text: words, released: false, late: true };
  if (desk.isFull) return void moveToDevice(desk, draft.id, { id, ...late }, keep);
  const receipt = receiptHash(receipts, id);
  desk.together(() => {
    desk.addDraft(id, { ...late, receipt });
    desk.textOf(draft.id)?.splice(0, words.length, '');
  });
}

/** Words typed on meanwhile stay, and are seen to with the next change. */
async function moveToDevice(desk: Desk, from: DraftId, late: KeptDraft, keep: Keep): Promise<void> {
  if (!(await keep(late))) return;
  const field = desk.textOf(from);
  if (field?.read() === late.text) field.splice(0, late.text.length, '');
}

/** What the desk carries of a new draft's receipt; empty where this browser could not keep it. */
export function receiptHash(receipts: Receipts, draft: string): string {
  const receipt = receipts.forNewDraft(draft);
  return receipt === null ? '' : fingerprint(receipt);
}
