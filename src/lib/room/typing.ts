/** Long enough to press the button beside the field. */
const restMs = 1_000;

/** Somebody has left a field, or emptied it, a moment ago. Returns its own stop. */
export function onTypingEnds(rest: () => void): () => void {
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
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

/** Whether somebody is in the middle of writing: the cursor stands in a field that holds words. */
export function isTyping(): boolean {
  const field = document.activeElement;
  const writes = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  return writes && !field.readOnly && !field.disabled && field.value.trim() !== '';
}
