/**
 * Moving things with mouse, pen or finger: `{@attach dragWithin(handlers)}` around what carries `data-drag` (what can be
 * grabbed) and `data-drop` (where it can be let go). A finger has to rest first, since otherwise it scrolls. Nothing is
 * ever reordered under the pointer: what a drop means is known when it happens.
 */
import type { Attachment } from 'svelte/attachments';
import { EdgeScroll } from './edge-scroll.ts';

export interface DragHandlers {
  /** Something was grabbed, by its `data-drag`; false where it cannot be moved now. */
  readonly begin: (what: string) => boolean;
  /** Where the pointer is, in px of the window, and the `data-drop` under it. */
  readonly move: (x: number, y: number, target: string | null) => void;
  readonly drop: (target: string) => void;
  /** Last of all, whether it was dropped or called off. */
  readonly end: () => void;
}

/** Further than a click wavers, in px. */
const thresholdPx = 6;
const restMs = 350;
/** What has a use of its own for the pointer. */
const notGrabbed = 'input, textarea, select, a, [data-no-drag]';

export function dragWithin(handlers: DragHandlers): Attachment<HTMLElement> {
  return (host) => {
    const drag = new Drag(host, handlers);
    return () => drag.stop();
  };
}

type State =
  | { readonly at: 'rest' }
  /** Pressed, and it may still become a click or a scroll. */
  | {
      readonly at: 'pressed';
      readonly pointer: number;
      readonly what: string;
      readonly x: number;
      readonly y: number;
    }
  | { readonly at: 'moving'; readonly pointer: number };

class Drag {
  readonly #host: HTMLElement;
  readonly #handlers: DragHandlers;
  readonly #scroll = new EdgeScroll(() => this.#moved());
  readonly #listening = new AbortController();
  #state: State = { at: 'rest' };
  #resting: ReturnType<typeof setTimeout> | undefined;
  #x = 0;
  #y = 0;

  constructor(host: HTMLElement, handlers: DragHandlers) {
    this.#host = host;
    this.#handlers = handlers;
    const { signal } = this.#listening;
    host.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    // Once something moves, the finger does not scroll: only a listener that is not passive can say so.
    host.addEventListener('touchmove', (event) => this.#isMoving && event.preventDefault(), {
      signal,
      passive: false,
    });
    host.addEventListener('contextmenu', (event) => this.#resting !== undefined && event.preventDefault(), {
      signal,
    });
    host.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
    window.addEventListener('pointermove', (event) => this.#follow(event), { signal });
    window.addEventListener('pointerup', (event) => this.#release(event), { signal });
    window.addEventListener('pointercancel', () => this.#end(), { signal });
    window.addEventListener('blur', () => this.#end(), { signal });
    window.addEventListener('keydown', (event) => this.#escape(event), { signal, capture: true });
  }

  stop(): void {
    this.#end();
    this.#listening.abort();
  }

  get #isMoving(): boolean {
    return this.#state.at === 'moving';
  }

  #press(event: PointerEvent): void {
    if (this.#state.at !== 'rest' || event.button !== 0 || !(event.target instanceof Element)) return;
    const grabbed = event.target.closest(`${notGrabbed}, [data-drag]`);
    const what = grabbed instanceof HTMLElement ? grabbed.dataset['drag'] : undefined;
    if (what === undefined) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    [this.#x, this.#y] = [x, y];
    this.#state = { at: 'pressed', pointer, what, x, y };
    if (event.pointerType === 'touch') this.#resting = setTimeout(() => this.#begin(), restMs);
  }

  #follow(event: PointerEvent): void {
    if (this.#state.at === 'rest' || event.pointerId !== this.#state.pointer) return;
    [this.#x, this.#y] = [event.clientX, event.clientY];
    if (this.#state.at === 'moving') return this.#moved();
    const far = Math.hypot(this.#x - this.#state.x, this.#y - this.#state.y) > thresholdPx;
    if (far && event.pointerType === 'touch') this.#end();
    else if (far) this.#begin();
  }

  #begin(): void {
    if (this.#state.at !== 'pressed') return;
    const { pointer, what } = this.#state;
    clearTimeout(this.#resting);
    if (!this.#handlers.begin(what)) return this.#end();
    this.#state = { at: 'moving', pointer };
    getSelection()?.removeAllRanges();
    this.#scroll.start();
    this.#moved();
  }

  #moved(): void {
    this.#scroll.at(this.#x, this.#y);
    this.#handlers.move(this.#x, this.#y, this.#target());
  }

  #release(event: PointerEvent): void {
    if (this.#state.at === 'rest' || event.pointerId !== this.#state.pointer) return;
    const target = this.#isMoving ? this.#target() : null;
    if (this.#isMoving) this.#swallowClick();
    if (target !== null) this.#handlers.drop(target);
    this.#end();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#isMoving) return;
    event.preventDefault();
    event.stopPropagation();
    this.#swallowClick();
    this.#end();
  }

  #end(): void {
    const wasMoving = this.#isMoving;
    this.#state = { at: 'rest' };
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#scroll.stop();
    if (wasMoving) this.#handlers.end();
  }

  #target(): string | null {
    const below = document.elementFromPoint(this.#x, this.#y)?.closest<HTMLElement>('[data-drop]');
    return below && this.#host.contains(below) ? (below.dataset['drop'] ?? null) : null;
  }

  /** The click that follows the release was no click. */
  #swallowClick(): void {
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50);
  }
}
