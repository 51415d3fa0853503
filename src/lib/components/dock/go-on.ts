import { isUnrevealed } from '$lib/components/gather/unrevealed.ts';
import type { Panels } from '$lib/components/room/panels.svelte.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { Command } from '#protocol/commands.ts';
import { countingOf } from './counting.ts';
import { cutsShort } from './cut-short.ts';
import { hasGoneOn } from './gone-on.ts';
import { nextStep } from './next-step.ts';
import { topicAhead } from './topic-ahead.ts';

/**
 * One topic, round or part further; not while a reveal is counted in. Topics come first also when their time is over:
 * what is pressed again and again leads to nothing else while somebody presses it.
 */
export function goOn(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  const stage = stageOf(room);
  if (countingOf(stage) || hasGoneOn(room)) return;
  const topic = topicAhead(stage, room.topics.all);
  if (!topic) leave(room, panels, ask);
  else if (cutsShort(room, stage, 'topic')) panels.ask('go-on', topic.id);
  else void ask({ type: 'openTopic', topic: topic.id });
}

/** One round or part further, if there is any; asks first where that leaves notes on the desks or people unheard. */
export function leave(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  const stage = stageOf(room);
  const step = nextStep(stage);
  if (step.ahead.kind === 'end' || hasGoneOn(room)) return;
  if (step.leavesHidden || cutsShort(room, stage, 'part')) panels.ask('go-on', null);
  else void ask({ type: 'goNext' });
}

/** Past the rounds to come; asks first in the same way, also in an earlier round than the last. */
export function skip(room: RoomView, panels: Panels, ask: (command: Command) => Promise<unknown>): void {
  if (hasGoneOn(room)) return;
  const stage = stageOf(room);
  const isForgotten = isUnrevealed(stage, stage.current) && !countingOf(stage);
  if (isForgotten || cutsShort(room, stage, 'part')) panels.ask('skip', null);
  else void ask({ type: 'skipSegment' });
}
