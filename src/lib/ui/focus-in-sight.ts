import { takesWords } from './fields.ts';

/**
 * What has the focus in this place is scrolled clear of what sticks beside it, as far as `scroll-padding` says. Browsers
 * see to that for a focus that was out of sight, but not for one that is merely covered.
 */
export function focusInSight(place: HTMLElement): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let isPressing = false;
  const press = (now: boolean) => () => {
    isPressing = now;
  };
  addEventListener('pointerdown', press(true), { signal, capture: true });
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, press(false), { signal, capture: true });
  // What is pressed stays under the pointer.
  place.addEventListener('focusin', () => isPressing || show(place), { signal });
  // But for a field, once it is let go of: somebody is about to write there.
  place.addEventListener('click', ({ target }) => takesWords(target) && show(place), { signal });

  // A frame later, when the heights are known to the page.
  const watching = new ResizeObserver(() => requestAnimationFrame(() => show(place)));
  for (const beside of place.parentElement?.children ?? []) if (beside !== place) watching.observe(beside);
  return () => {
    ending.abort();
    watching.disconnect();
  };
}

/** Whoever has scrolled away from it is not taken back, and what is no stop of the Tab key moves nothing. */
function show(place: HTMLElement): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !place.contains(focused)) return;
  if (focused.tabIndex < 0 || !focused.matches(':focus-visible')) return;
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom > 0 && top < innerHeight) focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
