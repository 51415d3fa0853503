/** Which of the room's panels is open, so that buttons, menus and shortcuts open the same ones. */
import { createContext, type Snippet } from 'svelte';

export type Panel =
  | 'invite'
  | 'people'
  | 'rename'
  | 'shortcuts'
  | 'sounds'
  | 'forget'
  | 'delete'
  | 'go-on'
  | 'skip'
  | 'remove-seat'
  | 'move-seat'
  | 'hide-note';

export class Panels {
  open = $state<Panel | null>(null);
  /** The agenda builder stands in the middle of the room instead of what is going on. */
  isPlanning = $state(false);
  /** The seat, note or topic that the open panel is about, where it is about one. */
  about = $state.raw<string | null>(null);
  /** What the middle says in the bar, so that it is in sight however far down somebody reads or writes. */
  inBar = $state.raw<Snippet | null>(null);

  ask(panel: Panel, about: string | null): void {
    this.about = about;
    this.open = panel;
  }

  toggle(panel: Panel): void {
    this.open = this.open === panel ? null : panel;
  }
}

export const [getPanels, setPanels] = createContext<Panels>();
