import { mayExtend } from '#domain/stage/discussions.ts';
import type { Ask } from '$lib/components/room/asking.svelte.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { discuss } from '$lib/text/discuss.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import { costInWords } from './bell-cost.ts';

/** Gives more time to what is on, and says who pays for it. */
export async function extend(room: RoomView, ask: Ask, minutes: 1 | 5): Promise<void> {
  const stage = stageOf(room);
  if (!mayExtend(stage)) return announce(discuss.mostExtended);
  const cost = costInWords(stage, minutes, room.clock.now);
  if (await ask({ type: 'extendTime', minutes })) showToast({ words: cost });
}
