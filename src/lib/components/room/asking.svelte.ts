/**
 * What somebody asks of the stage, one thing at a time: two quick clicks are one step, and so are a click and a key.
 * What is asked while an earlier wish waits for its answer is left out, for it was chosen without knowing that answer.
 * Where the stage has changed it is seen before it is answered, and what is asked then is a new wish; but a step right
 * after somebody else's was meant for where the meeting was before, and is left out too.
 */
import { createContext } from 'svelte';
import type { Command } from '#protocol/commands.ts';
import { hasGoneOn } from '$lib/components/dock/gone-on.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { askStage } from './ask-stage.ts';
import { stageOf } from './context.ts';

const steps: ReadonlySet<Command['type']> = new Set(['goNext', 'goBack', 'skipSegment']);

export class Asking {
  readonly #room: RoomView;
  /** The revision of the stage at which the wish that waits for its answer was asked. */
  #askedAt = $state.raw<number | null>(null);

  constructor(room: RoomView) {
    this.#room = room;
  }

  /** Something was asked that cannot go out now; it goes out by itself, or is given up after half a minute. */
  get isCutOff(): boolean {
    return this.#askedAt !== null && this.#room.saving === 'offline';
  }

  /** Resolves to whether it was done; at once, to false, while something else waits. */
  readonly ask = async (command: Command, from: 'anywhere' | 'bell' = 'anywhere'): Promise<boolean> => {
    const { rev } = stageOf(this.#room);
    if (this.#askedAt === rev) return false;
    if (steps.has(command.type) && hasGoneOn(this.#room)) return false;
    this.#askedAt = rev;
    try {
      return await askStage(this.#room, command, from);
    } finally {
      if (this.#askedAt === rev) this.#askedAt = null;
    }
  };
}

export type Ask = Asking['ask'];

export const [getAsking, setAsking] = createContext<Asking>();
