import type { Attachment } from 'svelte/attachments';

/**
 * Says the height of something that sticks to an edge of the screen as a length (`--under-bar`), for what sticks beside
 * it and for what is scrolled to.
 */
export function ownHeight(property: string): Attachment<HTMLElement> {
  return (bar) => {
    const root = document.documentElement;
    const watching = new ResizeObserver(() => root.style.setProperty(property, `${bar.offsetHeight}px`));
    watching.observe(bar);
    return () => {
      watching.disconnect();
      root.style.removeProperty(property);
    };
  };
}
