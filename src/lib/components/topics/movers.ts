import type { StageState } from '#domain/stage/state.ts';
import type { NoteId, SeatId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';

/** Who is moving which note right now, by name; one's own are left out. */
export function moversOf(
  presence: Presence,
  stage: StageState | null,
  me: SeatId | undefined,
): ReadonlyMap<NoteId, string> {
  const others = presence.filter(({ seat }) => seat !== me);
  return new Map(
    others.flatMap(({ seat, holding }) =>
      holding.map((note) => [note, stage?.seats[seat]?.name ?? ''] as const),
    ),
  );
}
