/** Which of the room's panels is open, so that buttons, menus and shortcuts open the same ones. */
import { createContext } from 'svelte';

export type Panel =
  'invite' | 'people' | 'rename' | 'shortcuts' | 'sounds' | 'forget' | 'delete' | 'go-on' | 'skip';

export class Panels {
  open = $state<Panel | null>(null);

  toggle(panel: Panel): void {
    this.open = this.open === panel ? null : panel;
  }
}

export const [getPanels, setPanels] = createContext<Panels>();
