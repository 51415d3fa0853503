/** While the board is locked facilitators alone write on it. Desks stay open to their owners. */
import type { Role } from '#protocol/ids.ts';
import type { StageState } from './state.ts';

type Lock = Pick<StageState, 'boardLockedAt'>;

export function mayWriteBoard({ boardLockedAt }: Lock, role: Role | null): boolean {
  if (role === null || role === 'observer') return false;
  return boardLockedAt === null || role === 'facilitator';
}

/**
 * Whether notes go to the board now. Where they carry no names, those of facilitators wait for a locked one too: they
 * would stand there alone, and so would all that had waited of somebody who is made a facilitator meanwhile.
 */
export function mayAddNotes(stage: Lock & Pick<StageState, 'named'>, role: Role | null): boolean {
  return mayWriteBoard(stage, role) && (stage.named || stage.boardLockedAt === null);
}
