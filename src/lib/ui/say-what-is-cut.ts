import { ui } from '$lib/text/ui.ts';
import { showToast } from './toasts.svelte.ts';

/** Pasting more than a field holds loses the rest without a word from the browser: this says how much. */
export function sayWhatIsCut(field: HTMLTextAreaElement): () => void {
  const look = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    const kept = field.value.length - (field.selectionEnd - field.selectionStart);
    const cut = kept + pasted.length - field.maxLength;
    if (field.maxLength >= 0 && cut > 0) showToast({ words: ui.cut(Math.min(cut, pasted.length)) });
  };
  field.addEventListener('paste', look);
  return () => field.removeEventListener('paste', look);
}
