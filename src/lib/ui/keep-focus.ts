import type { Attachment } from 'svelte/attachments';

const had = new WeakMap<Element, HTMLElement>();

/** What loses the focus because all around it is disabled has it again afterwards: `{@attach keepFocus(isCutOff)}`. */
export function keepFocus(isDisabled: boolean): Attachment<HTMLElement> {
  return (place) => {
    const lost = had.get(place);
    if (!isDisabled && lost?.isConnected && document.activeElement === document.body) lost.focus();
    const enter = ({ target }: FocusEvent) => target instanceof HTMLElement && had.set(place, target);
    const leave = ({ relatedTarget }: FocusEvent) => relatedTarget !== null && had.delete(place);
    place.addEventListener('focusin', enter);
    place.addEventListener('focusout', leave);
    return () => {
      place.removeEventListener('focusin', enter);
      place.removeEventListener('focusout', leave);
    };
  };
}
