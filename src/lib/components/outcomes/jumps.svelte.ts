/**
 * From a line that says what is missing to the place where it is missing, which may be on another screen that is not
 * there yet: a place that appears, or is there, takes the focus when it is wanted.
 */
import { createContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Lack, OpenItem } from '#domain/stage/state.ts';

/** What to go to, and what of it is missing there. */
export type Jump = Pick<OpenItem, 'id' | 'lacks'>;

const focusable = 'textarea, input, select, button:not(:disabled)';
const takesFocus = `${focusable}, h2[tabindex]`;

export class Jumps {
  #wanted = $state.raw<Jump | null>(null);

  /** What somebody is on the way to: a screen that folds its parts opens the one with it. */
  get wanted(): Jump | null {
    return this.#wanted;
  }

  want(item: Jump | null): void {
    this.#wanted = item;
  }

  /** For the element in which the item with this id is edited. */
  placeOf(id: string): Attachment<HTMLElement> {
    return (place) => {
      const wanted = this.#wanted;
      if (wanted?.id !== id) return;
      const target = controlFor(place, wanted.lacks);
      if (!target) return;
      this.#wanted = null;
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    };
  }
}

/** The first thing that is missing, else a heading that is the place, else the first that can be changed. */
function controlFor(place: HTMLElement, lacks: readonly Lack[]): HTMLElement | null {
  const marked = lacks.map((lack) => place.querySelector<HTMLElement>(`[data-lack~="${lack}"]`));
  const found = marked.find((element) => element !== null) ?? place;
  return found.matches(takesFocus) ? found : found.querySelector<HTMLElement>(focusable);
}

export const [getJumps, setJumps] = createContext<Jumps>();
