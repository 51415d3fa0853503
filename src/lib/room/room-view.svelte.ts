/** One room as a page shows it: a door to everything below, with getters that a template can read. */
import type { Command, CommandAck } from '#protocol/commands.ts';
import type { ErrorCode, Outcome } from '#protocol/errors.ts';
import type { LinksAnswer, SeatAnswer } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';
import type { StageState } from '#domain/stage/state.ts';
import { BoardView } from './board-view.svelte.ts';
import { ClockView } from './clock-view.svelte.ts';
import { DeskView } from './desk-view.svelte.ts';
import { Following } from './following.svelte.ts';

/** What the page should show. */
export type Entry = 'opening' | 'open' | 'no-seat' | 'not-found' | 'failed';
export type Saving = 'saved' | 'saving' | 'offline';

export class RoomView {
  readonly id: RoomId;
  readonly board = new BoardView();
  readonly desk = new DeskView();
  readonly clock = new ClockView();
  readonly following = new Following();
  #entry = $state.raw<Entry>('opening');
  #problem = $state.raw<ErrorCode | null>(null);
  #me = $state.raw<SeatAnswer | null>(null);
  #stage = $state.raw<StageState | null>(null);
  #presence = $state.raw<Presence>([]);
  #saving = $state.raw<Saving>('offline');

  /** `as: 'observer'` connects read-only beside whatever seat this browser has. Opens at once; `close` it. */
  constructor(id: RoomId, _options: { readonly as?: 'observer' } = {}) {
    this.id = id;
  }

  get entry(): Entry {
    return this.#entry;
  }

  /** The last refusal worth showing; its sentences are in the error table. */
  get problem(): ErrorCode | null {
    return this.#problem;
  }

  get me(): SeatAnswer | null {
    return this.#me;
  }

  get mayWrite(): boolean {
    return false;
  }

  /** Replaced whole at every revision; the copy of the last visit while offline. */
  get stage(): StageState | null {
    return this.#stage;
  }

  get presence(): Presence {
    return this.#presence;
  }

  /** True of board and desk together: `saved` only when the server has shown that it holds everything. */
  get saving(): Saving {
    return this.#saving;
  }

  dismissProblem(): void {
    this.#problem = null;
  }

  /** Sent again over reconnects under one cmdId until the server answers, or half a minute has passed. */
  command(_command: Command): Promise<CommandAck> {
    return Promise.resolve({ ok: false, code: 'restarting' });
  }

  setReady(_ready: boolean): void {
    this.#problem = null;
  }

  rename(_name: string): Promise<Outcome> {
    return Promise.resolve({ ok: false, code: 'restarting' });
  }

  /** What *Invite* shows; null where the server cannot be asked. */
  links(): Promise<LinksAnswer | null> {
    return Promise.resolve(null);
  }

  /** The whole link, where this browser opened the room or joined by it. */
  facilitatorLink(): string | null {
    return null;
  }

  close(): void {
    this.#entry = 'opening';
  }
}
