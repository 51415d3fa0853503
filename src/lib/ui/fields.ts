/** Whether a key that is pressed there is the field's own: it writes, chooses or moves the caret, and is no command. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Whether somebody is about to write where they have clicked. */
export function takesWords(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea');
}
