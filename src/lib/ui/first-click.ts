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
