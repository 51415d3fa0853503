/** A textarea as tall as its words, where the browser cannot do that by `field-sizing`. */
export function autosize(field: HTMLTextAreaElement): void | (() => void) {
  if (CSS.supports('field-sizing', 'content')) return;
  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  fit();
  field.addEventListener('input', fit);
  return () => field.removeEventListener('input', fit);
}
