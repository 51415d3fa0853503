/** Between a box and the edges of the window, and between it and what it belongs to, in px. */
const edge = 12;
const gap = 6;
const tallest = 448;

/** Puts a fixed box below what it belongs to, or above where there is more space; it scrolls rather than leave the window. */
export function placeBeside(box: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const [above, below] = [top - gap - edge, innerHeight - bottom - gap - edge];
  const wished = Math.min(tallest, box.scrollHeight + 2);
  const goesBelow = below >= wished || below >= above;
  const height = Math.max(120, Math.min(tallest, goesBelow ? below : above));
  box.style.maxHeight = `${height}px`;
  const shown = Math.min(height, wished);
  const y = goesBelow ? bottom + gap : top - gap - shown;
  box.style.top = `${clamp(y, innerHeight - shown - edge)}px`;
  box.style.left = `${clamp(left, innerWidth - box.offsetWidth - edge)}px`;
}

function clamp(value: number, most: number): number {
  return Math.max(edge, Math.min(value, most));
}
