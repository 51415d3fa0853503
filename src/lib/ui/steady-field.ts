import { takesWords } from './fields.ts';

/** By less a page does not scroll. */
const leastPx = 1;

/**
 * The field in which somebody writes stays under their eyes when something appears above it, or goes: the page scrolls
 * by as much. Browsers do so themselves, but not at the top of a page. `around` is all in which something can appear.
 */
export function steadyField(around: HTMLElement): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const { style } = document.body;
  /** Where it begins on the page; null while nobody writes. */
  let stood: number | null = null;
  const look = () => {
    stood = topOnPage(around);
    style.overflowAnchor = stood === null ? '' : 'none';
    // From the top nothing moves when what was added below goes.
    if (scrollY === 0) around.style.minHeight = '';
  };
  const follow = () => {
    const top = topOnPage(around);
    if (top === null || stood === null) return void (stood = top);
    const moved = top - stood;
    if (Math.abs(moved) < leastPx) return;
    const before = scrollY;
    scroll(around, moved);
    const missing = moved - (scrollY - before);
    // Pages scroll by whole px: what is missing counts the next time, but not where there is nowhere to scroll to.
    stood = Math.abs(missing) < leastPx ? top - missing : top;
  };
  const appearing = new MutationObserver(follow);
  appearing.observe(around, { childList: true, subtree: true });
  const growing = new ResizeObserver(follow);
  for (const part of around.children) growing.observe(part);
  around.addEventListener('focusin', look, { signal });
  around.addEventListener('focusout', () => queueMicrotask(look), { signal });
  addEventListener('scroll', look, { signal, passive: true });
  return () => {
    ending.abort();
    appearing.disconnect();
    growing.disconnect();
    style.overflowAnchor = '';
  };
}

/** A page that is too short to be scrolled so far grows. */
function scroll(around: HTMLElement, by: number): void {
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  if (by > below) around.style.minHeight = `${around.offsetHeight + by - below}px`;
  scrollBy({ top: by, behavior: 'instant' });
}

/** Of the field in which somebody writes. What a dialog holds does not stand on the page. */
function topOnPage(around: HTMLElement): number | null {
  const focused = document.activeElement;
  if (!takesWords(focused) || !focused || !around.contains(focused)) return null;
  if (focused.closest('dialog, [role="dialog"]')) return null;
  return focused.getBoundingClientRect().top + scrollY;
}
