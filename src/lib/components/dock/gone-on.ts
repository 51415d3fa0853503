/** A step that was meant for where the meeting was a moment ago is not taken, and that is said. */
import { segmentOf } from '#domain/stage/gathering.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { dock as words } from '$lib/text/dock.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** Whether somebody else has just moved the meeting. */
export function hasGoneOn(room: RoomView): boolean {
  if (!room.isJustMoved) return false;
  const stage = stageOf(room);
  showToast({ words: words.goneOn(segmentOf(stage, stage.current)?.title ?? stage.title) });
  return true;
}
