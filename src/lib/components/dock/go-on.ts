import { isUnrevealed } from '$lib/components/gather/unrevealed.ts';
import type { Panels } from '$lib/components/room/panels.svelte.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { Command } from '#protocol/commands.ts';
import { countingOf } from './counting.ts';
import { nextStep } from './next-step.ts';
import { isTimeForTopic, topicAhead } from './topic-ahead.ts';

/** One topic, round or part further; not while a reveal is counted in. */
export function goOn(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  const stage = stageOf(room);
  if (countingOf(stage)) return;
  const topic = isTimeForTopic(stage, room.clock.now) ? topicAhead(stage, room.topics.all) : null;
  if (topic) void ask({ type: 'openTopic', topic: topic.id });
  else leave(room, panels, ask);
}

/** One round or part further, if there is any; asks first where that leaves notes on the desks. */
export function leave(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  const step = nextStep(stageOf(room));
  if (step.ahead.kind === 'end') return;
  if (step.leavesHidden) panels.open = 'go-on';
  else void ask({ type: 'goNext' });
}

/** Past the rounds to come; asks first in the same way, also in an earlier round than the last. */
export function skip(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  const stage = stageOf(room);
  if (isUnrevealed(stage, stage.current) && !countingOf(stage)) panels.open = 'skip';
  else void ask({ type: 'skipSegment' });
}
