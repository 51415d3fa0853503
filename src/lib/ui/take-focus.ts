/** For the field that a page or a step is about: `{@attach takeFocus}`. */
export function takeFocus(field: HTMLElement): void {
  field.focus();
}
