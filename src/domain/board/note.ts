import type { NoteId, SeatId } from '#protocol/ids.ts';

export interface Note {
  readonly id: NoteId;
  readonly segment: string;
  /** Empty where the note has a prompt instead, or where too few people held the lens to show it. */
  readonly lens: string;
  readonly prompt: string;
  readonly text: string;
  readonly order: number;
  readonly edited: boolean;
  /** Its author's seat where the author stands to it; null for all others. */
  readonly signedBy: SeatId | null;
}

export interface NewNote extends Pick<Note, 'segment' | 'lens' | 'prompt' | 'text'> {
  /** Where notes carry names. */
  readonly signedBy?: SeatId | null;
}
