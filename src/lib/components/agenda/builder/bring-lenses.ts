/** The lenses of the team's own that a whole agenda brings with it. */
import { isSameLens } from '#domain/stage/own-lenses.ts';
import type { OwnLens } from '#protocol/agenda.ts';
import type { Command } from '#protocol/commands.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

interface Brought {
  readonly lens: OwnLens;
  /** Whose place it took. */
  readonly before: OwnLens | undefined;
}

/** Resolves to what takes them away again; null where one of them is refused, and then none has come. */
export async function bringLenses(
  room: RoomView,
  lenses: readonly OwnLens[],
): Promise<(() => Promise<void>) | null> {
  const brought: Brought[] = [];
  const takeAway = async () => {
    for (const one of brought) await replaceAgain(room, one);
  };
  for (const lens of lenses) {
    const before = lensNow(room, lens);
    if (isSameLens(before, lens)) continue;
    if (await askStage(room, { type: 'putLens', lens })) brought.push({ lens, before });
    else return takeAway().then(() => null);
  }
  return takeAway;
}

/** One that is used or was held stays, and so does one that somebody has changed since: nothing has to be said of it. */
async function replaceAgain(room: RoomView, { lens, before }: Brought): Promise<void> {
  if (!isSameLens(lensNow(room, lens), lens)) return;
  const back: Command = before ? { type: 'putLens', lens: before } : { type: 'dropLens', lens: lens.id };
  await room.command(back);
}

function lensNow(room: RoomView, { id }: OwnLens): OwnLens | undefined {
  return stageOf(room).ownLenses.find((lens) => lens.id === id);
}
