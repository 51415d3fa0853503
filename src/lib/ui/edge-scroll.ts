/** Scrolls what lies under a pointer that is held near an edge of it, as long as it is held there. */
const edgePx = 72;
/** At the very edge, per frame. */
const fastestPx = 18;

export class EdgeScroll {
  readonly #scrolled: () => void;
  #frame: number | undefined;
  #x = 0;
  #y = 0;

  /** `scrolled`: something else lies under the pointer now, though it did not move. */
  constructor(scrolled: () => void) {
    this.#scrolled = scrolled;
  }

  start(): void {
    this.#frame ??= requestAnimationFrame(() => this.#tick());
  }

  at(x: number, y: number): void {
    [this.#x, this.#y] = [x, y];
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #tick(): void {
    this.#frame = requestAnimationFrame(() => this.#tick());
    const box = scrollerAt(this.#x, this.#y);
    const { top, bottom } = edgesOf(box);
    const step = speed(edgePx - (this.#y - top)) * -1 || speed(edgePx - (bottom - this.#y));
    if (step === 0) return;
    const before = box.scrollTop;
    box.scrollTop += step;
    if (box.scrollTop !== before) this.#scrolled();
  }
}

function speed(within: number): number {
  return within <= 0 ? 0 : Math.ceil((Math.min(within, edgePx) / edgePx) * fastestPx);
}

function scrollerAt(x: number, y: number): Element {
  for (let at = document.elementFromPoint(x, y); at; at = at.parentElement) {
    const scrolls =
      at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

function edgesOf(box: Element): { top: number; bottom: number } {
  if (box === document.scrollingElement) return { top: 0, bottom: innerHeight };
  const { top, bottom } = box.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
}
