import type { Note } from '../board/note.ts';
import type { StageState } from '../stage/state.ts';
import { seatName } from './record-names.ts';
import type { RecordedNote } from './room-record.ts';

/** Its words, and its author where that person put their name to it; nothing else that a note may carry. */
export function recordNote({ id, text, signedBy }: Note, stage: Pick<StageState, 'seats'>): RecordedNote {
  return { id, text, signedBy: signedBy === null ? null : seatName(signedBy, stage) };
}

export function saysSomething({ text }: Pick<Note, 'text'>): boolean {
  return text.trim() !== '';
}
