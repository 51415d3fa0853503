/** The way of a ready agenda into a room that has not begun, and what is asked on it: what people have written for. */
import type { Agenda } from '#domain/agenda/agenda.ts';
import { goneWith } from '#domain/stage/commands/asked-parts.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { takeFormat as words } from '$lib/text/take-format.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast, toasts } from '$lib/ui/toasts.svelte.ts';
import { agendaSeen, type AgendaSeen } from './agenda-since.ts';
import { isAgendaThere } from './agenda-there.ts';
import { writtenAhead, type WrittenPart } from './early-drafts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { replaceAgenda } from './replace-agenda.ts';

/** An agenda that takes the place of the one that was seen. */
interface Wanted {
  readonly name: string;
  readonly agenda: Agenda;
  readonly seen: AgendaSeen;
}

export class TakingFormat {
  /** To be taken once it is agreed what people have written for. */
  early = $state.raw<(Wanted & { readonly parts: readonly WrittenPart[] }) | null>(null);
  readonly #room: RoomView;
  readonly #putting = new OneAtATime();

  constructor(room: RoomView) {
    this.#room = room;
  }

  /** What is there already is not set again: Undo would lead back to itself, and no more to what was there before. */
  take(name: string, agenda: Agenda): void {
    if (this.#putting.isUnderWay) return;
    const stage = stageOf(this.#room);
    if (isAgendaThere(stage, agenda)) return sayAgain(words.used(name));
    const wanted = { name, agenda, seen: agendaSeen(stage) };
    const parts = writtenAhead(this.#room, goneWith(stage, agenda.segments));
    if (parts.length > 0) this.early = { ...wanted, parts };
    else void this.put(wanted);
  }

  /** Not where somebody has changed the agenda since it was seen; that is said. */
  put({ name, agenda, seen }: Wanted): Promise<void> {
    const found = { agenda, problems: [] };
    return this.#putting.run(() => replaceAgenda(this.#room, found, seen, { said: words.used(name) }));
  }
}

/** Not in the place of a message that may have the way back. */
function sayAgain(said: string): void {
  if (toasts.current) announce(said);
  else showToast({ words: said });
}
