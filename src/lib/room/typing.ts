/** Long enough to press the button beside the field. */
const restMs = 1_000;

/** Where somebody wrote last. A cursor that merely rests in a field, or is back in another one, holds nobody. */
let written: EventTarget | null = null;

/** Somebody has left a field, or emptied it, a moment ago. Returns its own stop. */
export function onTypingEnds(rest: () => void): () => void {
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = ({ type, target }: Event) => {
    if (type === 'input') written = target;
    clearTimeout(timer);
    timer = setTimeout(rest, restMs);
  };
  for (const event of ['focusout', 'input', 'keyup'])
    document.addEventListener(event, later, { signal: listening.signal });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

/** Whether somebody is in the middle of writing: the cursor stands where they wrote last, and words are there. */
export function isTyping(): boolean {
  const field = document.activeElement;
  const writes = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  return writes && field === written && !field.readOnly && !field.disabled && field.value.trim() !== '';
}
