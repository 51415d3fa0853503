/** From where to where in a text its line goes, counted from 1; the end of the text for a line that is not there. */
export function rangeOfLine(text: string, line: number): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return {
    from: Math.min(from, text.length),
    to: Math.min(from + (lines[line - 1]?.length ?? 0), text.length),
  };
}

/** Shows it, chosen, with the focus: a text area has no numbers at its lines. */
export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const { from, to } = rangeOfLine(field.value, line);
  const lines = field.value.split('\n').length;
  field.focus();
  field.setSelectionRange(from, to);
  field.scrollTop = (field.scrollHeight * (line - 1)) / lines - field.clientHeight / 2;
}
