/** Taking back one's own last step, which is told: what comes or goes may be out of sight. */
import type { Activity } from '#domain/agenda/segment.ts';
import { isIncident } from '#domain/stage/incident.ts';
import type { StepPlace } from '$lib/room/board-undo.ts';
import type { BoardView } from '$lib/room/board-view.svelte.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { undo as words } from '$lib/text/undo.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

const shown: Readonly<Partial<Record<Activity, StepPlace>>> = {
  'follow-up': 'earlier',
  group: 'topics',
  discuss: 'outcomes',
  decide: 'outcomes',
};

/** What the part that somebody looks at shows of the board. Every part of a review has the timeline within reach. */
export function placesShown({ stage, following }: Pick<RoomView, 'stage' | 'following'>): StepPlace[] {
  const looked = following.segment ?? stage?.current;
  const part = stage?.segments.find(({ id }) => id === looked);
  const place = part && shown[part.activity];
  const hasTimeline = stage !== null && (part?.activity === 'timeline' || isIncident(stage));
  return [...(place ? [place] : []), ...(hasTimeline ? (['timeline'] as const) : [])];
}

export function undoStep(board: Pick<BoardView, 'undo'>, places: readonly StepPlace[]): void {
  const step = board.undo(places);
  showToast({ words: step ? words.done[step.did] : words.overwritten });
}
