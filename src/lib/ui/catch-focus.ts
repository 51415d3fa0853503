import type { Attachment } from 'svelte/attachments';

const holding = new WeakSet<Element>();

/** Takes the focus when what had it inside has gone with a state: `{@attach catchFocus(poll.id)}`, with a tabindex. */
export function catchFocus(_state: unknown): Attachment<HTMLElement> {
  return (place) => {
    if (holding.has(place) && document.activeElement === document.body) place.focus({ preventScroll: true });
    const enter = () => holding.add(place);
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !place.contains(relatedTarget)) holding.delete(place);
    };
    place.addEventListener('focusin', enter);
    place.addEventListener('focusout', leave);
    return () => {
      place.removeEventListener('focusin', enter);
      place.removeEventListener('focusout', leave);
    };
  };
}
