/**
 * The way of an agenda from its Markdown into the room, and what is asked on it: lines that could not be read, what
 * somebody has changed since it was begun, and what people have written for.
 */
import { readAgenda, type AgendaFound } from '#domain/agenda/markdown/read-agenda.ts';
import { goneWith } from '#domain/stage/commands/asked-parts.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { TypedAgenda } from '$lib/room/typed-agenda.svelte.ts';
import { agendaSeen, changedSince, readSeen, type AgendaSeen } from './agenda-since.ts';
import { writtenAhead, type WrittenPart } from './early-drafts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { replaceAgenda } from './replace-agenda.ts';

/** An agenda that takes the place of the one that was seen. */
interface Wanted {
  readonly found: AgendaFound;
  readonly seen: AgendaSeen;
}

export class UsingAgenda {
  /** What was read and is not used yet, because not all of it could be read. */
  unread = $state.raw<AgendaFound | null>(null);
  /** Not used yet, because of what has changed since; `seen` is with that. */
  overtaken = $state.raw<(Wanted & { readonly changed: readonly string[] }) | null>(null);
  /** To be used once it is agreed what people have written for. */
  early = $state.raw<(Wanted & { readonly parts: readonly WrittenPart[] }) | null>(null);
  readonly #room: RoomView;
  readonly #typed: TypedAgenda;
  readonly #putting = new OneAtATime();

  constructor(room: RoomView, typed: TypedAgenda) {
    this.#room = room;
    this.#typed = typed;
  }

  get isAsked(): boolean {
    return this.unread !== null || this.overtaken !== null;
  }

  /** What is typed on is another agenda. */
  takeBack(): void {
    this.unread = null;
    this.overtaken = null;
  }

  read(markdown: string): void {
    const found = readAgenda(markdown);
    const isWhole = found.problems.length === 0 && found.agenda.segments.length > 0;
    if (isWhole) this.use(found);
    else this.unread = found;
  }

  use(found: AgendaFound): void {
    if (this.#isOvertaken(found)) return;
    this.useOver({ found, seen: agendaSeen(stageOf(this.#room)) });
  }

  /** In the place of what was seen, whatever has changed before that. */
  useOver({ found, seen }: Wanted): void {
    const gone = goneWith(stageOf(this.#room), found.agenda.segments);
    const parts = writtenAhead(this.#room, gone);
    if (parts.length > 0) this.early = { found, seen, parts };
    else void this.put({ found, seen });
  }

  /** Not a second time while it is under way: its own change would pass for that of somebody else. */
  put(wanted: Wanted): Promise<void> {
    return this.#putting.run(() => this.#put(wanted));
  }

  async #put({ found, seen }: Wanted): Promise<void> {
    const { text } = this.#typed;
    if (!(await replaceAgenda(this.#room, found, seen, { begun: this.#begun }))) {
      this.#isOvertaken(found, seen);
      return;
    }
    this.takeBack();
    // What was typed on meanwhile is not used.
    if (found.problems.length === 0 && this.#typed.text === text) this.#typed.forget();
    else this.#typed.goOnOver(JSON.stringify(agendaSeen(stageOf(this.#room))));
  }

  get #begun(): AgendaSeen | null {
    return readSeen(this.#typed.over ?? '');
  }

  /** Where it is, that is asked; `seen` last, or when it was begun. */
  #isOvertaken(found: AgendaFound, seen = this.#begun): boolean {
    const stage = stageOf(this.#room);
    const changed = seen ? changedSince(seen, stage) : [];
    if (changed.length > 0) this.overtaken = { found, seen: agendaSeen(stage), changed };
    return changed.length > 0;
  }
}
