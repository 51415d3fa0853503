/**
 * What somebody asks of the stage, one thing at a time: two quick clicks are one step, and so are a click and a key.
 * What is asked while an earlier wish waits for its answer is left out, for it was chosen without knowing that answer.
 */
import { createContext } from 'svelte';
import type { Command } from '#protocol/commands.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { askStage } from './ask-stage.ts';

export class Asking {
  readonly #room: RoomView;
  #isPending = $state.raw(false);

  constructor(room: RoomView) {
    this.#room = room;
  }

  /** Something was asked that cannot go out now; it goes out by itself, or is given up after half a minute. */
  get isCutOff(): boolean {
    return this.#isPending && this.#room.saving === 'offline';
  }

  /** Resolves to whether it was done; at once, to false, while something else waits. */
  readonly ask = async (command: Command, from: 'anywhere' | 'bell' = 'anywhere'): Promise<boolean> => {
    if (this.#isPending) return false;
    this.#isPending = true;
    try {
      return await askStage(this.#room, command, from);
    } finally {
      this.#isPending = false;
    }
  };
}

export type Ask = Asking['ask'];

export const [getAsking, setAsking] = createContext<Asking>();
