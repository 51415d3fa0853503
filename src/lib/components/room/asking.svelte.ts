/**
 * What somebody asks of the stage, one thing at a time: two quick clicks are one step, and so are a click and a key.
 * What is asked while an earlier wish waits for its answer is left out, for it was chosen without knowing that answer.
 * Where the room has gone on, everybody sees the answer before it is said here, and what is asked then is a new wish.
 */
import { createContext } from 'svelte';
import type { Command } from '#protocol/commands.ts';
import { placeOf } from '$lib/room/moves.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { askStage } from './ask-stage.ts';
import { stageOf } from './context.ts';

export class Asking {
  readonly #room: RoomView;
  /** The place that the wish which waits for its answer was asked from. */
  #askedFrom = $state.raw<string | null>(null);

  constructor(room: RoomView) {
    this.#room = room;
  }

  /** Something was asked that cannot go out now; it goes out by itself, or is given up after half a minute. */
  get isCutOff(): boolean {
    return this.#askedFrom !== null && this.#room.saving === 'offline';
  }

  /** Resolves to whether it was done; at once, to false, while something else waits. */
  readonly ask = async (command: Command, from: 'anywhere' | 'bell' = 'anywhere'): Promise<boolean> => {
    const here = placeOf(stageOf(this.#room));
    if (this.#askedFrom === here) return false;
    this.#askedFrom = here;
    try {
      return await askStage(this.#room, command, from);
    } finally {
      if (this.#askedFrom === here) this.#askedFrom = null;
    }
  };
}

export type Ask = Asking['ask'];

export const [getAsking, setAsking] = createContext<Asking>();
