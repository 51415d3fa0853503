/** The lenses of the team's own that a whole agenda brings with it. */
import { isSameLens } from '#domain/stage/own-lenses.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { OwnLens } from '#protocol/agenda.ts';
import type { Command } from '#protocol/commands.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

export interface Brought {
  readonly lens: OwnLens;
  /** Whose place it takes. */
  readonly before: OwnLens | undefined;
}

/** Those that are not there as they are. */
export function toBring(stage: StageState, lenses: readonly OwnLens[]): readonly Brought[] {
  const brought = lenses.map((lens) => ({ lens, before: lensNow(stage, lens) }));
  return brought.filter(({ lens, before }) => !isSameLens(before, lens));
}

/** One that is used or was held stays, and so does one that somebody has changed since: nothing has to be said of it. */
export async function takeAway(room: RoomView, brought: readonly Brought[]): Promise<void> {
  for (const { lens, before } of brought) {
    if (!isSameLens(lensNow(stageOf(room), lens), lens)) continue;
    const back: Command = before ? { type: 'putLens', lens: before } : { type: 'dropLens', lens: lens.id };
    await room.command(back);
  }
}

function lensNow({ ownLenses }: StageState, { id }: OwnLens): OwnLens | undefined {
  return ownLenses.find((lens) => lens.id === id);
}
