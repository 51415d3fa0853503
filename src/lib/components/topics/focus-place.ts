/** Where the focus goes among notes and topics, which carry their ids in the page. */
import type { NoteId, TopicId } from '#protocol/ids.ts';

export function focusNote(note: NoteId): void {
  pickOf(note)?.focus();
}

/** Where a keyboard is at hand: on a phone it would jump up over what was just grouped. */
export function focusTitle(topic: TopicId): void {
  if (hasKeyboard()) document.querySelector<HTMLElement>(`[data-topic="${topic}"] input`)?.focus();
}

export function hasKeyboard(): boolean {
  return matchMedia('(hover: hover)').matches;
}

export function focusedNote(): NoteId | null {
  return document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'] ?? null;
}

/** Whether the focus is on this screen or nowhere, rather than in a field somewhere else. */
export function keepsKeyboard(): boolean {
  const active = document.activeElement;
  return (
    active === null || active === document.body || active.closest('[data-topics], [role="menu"]') !== null
  );
}

export function pickOf(note: NoteId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-note="${note}"] [role="checkbox"]`);
}
