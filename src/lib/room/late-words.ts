/**
 * Words that a draft holds beyond those that went to the board: typed while the reveal was on its way, or offline.
 * They become a draft of their own, so that nothing written is lost and nothing is published twice.
 */
import type { Draft } from '#domain/desk/desk.ts';
import { fingerprint } from './fingerprint.ts';

/** Null where everything in the draft was published, or it was not published at all. */
export function lateWordsOf(draft: Pick<Draft, 'published' | 'text'>): string | null {
  const { published, text } = draft;
  if (published === null || text.trim() === '') return null;
  // An emptied draft carries the fingerprint of no words at all.
  return fingerprint(text) === published ? null : text;
}

/** The same in every tab, so that two tabs that find the same words make one draft of them. */
export function lateDraftId(draft: Pick<Draft, 'id' | 'text'>): string {
  return `late${fingerprint(`${draft.id}\n${draft.text}`).slice(0, 20)}`;
}
