/** What facilitators do to the board by command, done to the documents in the turn of its events. */
import type { StageEvent } from '../../src/domain/stage/events.ts';
import type { NoteId } from '../../src/protocol/ids.ts';
import { emptyDraftsOf, publishAdded } from '../rooms/publication.ts';
import type { Room } from '../rooms/room.ts';
import type { Chance } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';

export function changeBoard(room: Room, turn: Turn, events: readonly StageEvent[], chance: Chance): void {
  for (const event of events) {
    if (event.type === 'noteHidden') hideNote(room, event.note);
    else if (event.type === 'boardLocked' && !event.locked) publishAdded(room, turn, chance);
  }
}

/** What stood there is kept nowhere, on no desk either. Its receipt stays, so that its author is told why. */
function hideNote(room: Room, note: NoteId): void {
  if (!room.board().hideNote(note)) return;
  room.document('board').eraseTraces();
  emptyDraftsOf(room, note);
}
