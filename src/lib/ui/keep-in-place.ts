import { tick } from 'svelte';

/**
 * Changes the page, and scrolls it so that this element stays where it was on the screen, whatever has come or gone
 * above it. Browsers do so by themselves only for what they chose to hold on to, which may be what has gone.
 */
export async function keepInPlace(element: HTMLElement, change: () => void): Promise<void> {
  const { top } = element.getBoundingClientRect();
  change();
  await tick();
  scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
}
