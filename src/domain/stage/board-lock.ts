/** While the board is locked facilitators alone write on it. Desks stay open to their owners. */
import type { Role } from '#protocol/ids.ts';
import type { StageState } from './state.ts';

export function mayWriteBoard(
  { boardLockedAt }: Pick<StageState, 'boardLockedAt'>,
  role: Role | null,
): boolean {
  if (role === null || role === 'observer') return false;
  return boardLockedAt === null || role === 'facilitator';
}
