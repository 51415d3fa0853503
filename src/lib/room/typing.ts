/** Whether somebody is in the middle of writing: the cursor stands in a field that holds words. */
export function isTyping(): boolean {
  const field = document.activeElement;
  const writes = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  return writes && !field.readOnly && !field.disabled && field.value.trim() !== '';
}
