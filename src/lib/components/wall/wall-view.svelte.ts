/** What whoever stands at the projector has chosen for this wall; gone with the page. */
import { createContext } from 'svelte';

export class WallView {
  /** Pages turn by themselves. */
  turns = $state(false);
  /** Whose actions they are. */
  names = $state(false);
}

export const [getWall, setWall] = createContext<WallView>();
