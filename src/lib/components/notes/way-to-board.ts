/** What is said of notes that go to the board by themselves: in the field before, and of those that are not there yet. */
import { mayAddNotes } from '#domain/stage/board-lock.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Role } from '#protocol/ids.ts';
import { notes as words } from '$lib/text/notes.ts';
import { ofNames } from '$lib/text/secrecy.ts';

export interface WayToBoard {
  readonly field: string;
  readonly waiting: string;
}

export function wayToBoard(
  stage: Pick<StageState, 'boardLockedAt' | 'named'>,
  role: Role | null,
  isFull: boolean,
  hint: string = ofNames(stage).open,
): WayToBoard {
  if (isFull) return { field: hint, waiting: words.noSpaceHint };
  if (mayAddNotes(stage, role)) return { field: hint, waiting: words.onTheirWayHint };
  return { field: words.lockedHint, waiting: words.waitForBoardHint };
}
