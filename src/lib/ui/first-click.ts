/**
 * Acts on the first click of a double click alone: the rest of it would land on what came after the first. Keys count
 * no clicks, and are all heard.
 */
export function firstClick<Event extends Pick<MouseEvent, 'detail'>>(
  act: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    if (event.detail <= 1) act(event);
  };
}

/** For `click` on its way down to what something else listens to, so that this hears no more than that first click. */
export function stopRest(event: Pick<MouseEvent, 'detail' | 'stopImmediatePropagation'>): void {
  if (event.detail > 1) event.stopImmediatePropagation();
}

/**
 * For `mousedown`: the rest of a double click that began on a button moves no focus and selects no text, whatever has
 * come under the pointer by then.
 */
export function keepingFocus(): (event: MouseEvent) => void {
  let isOnButton = false;
  return (event) => {
    if (event.detail <= 1)
      isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    else if (isOnButton) event.preventDefault();
  };
}
