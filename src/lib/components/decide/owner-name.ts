import type { Owner } from '#domain/board/board.ts';
import type { StageState } from '#domain/stage/state.ts';
import { decide as words } from '$lib/text/decide.ts';

/** The name to show; null where nobody owns it. */
export function ownerName(owner: Owner | null, stage: StageState): string | null {
  if (owner === null) return null;
  if (owner.kind === 'name') return owner.name.trim() || null;
  return stage.seats[owner.seat]?.name ?? words.gone;
}
