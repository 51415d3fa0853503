/** What the wall shows: always what the stage is at, and of that the one thing that everybody looks at. */
import type { Segment } from '#domain/agenda/segment.ts';
import type { Topic } from '#domain/board/topic.ts';
import { gatherOf, segmentOf } from '#domain/stage/gathering.ts';
import { isIncident } from '#domain/stage/incident.ts';
import { openPolls } from '#domain/stage/polls.ts';
import { safetyBehind } from '#domain/stage/safety.ts';
import type { Poll, StageState } from '#domain/stage/state.ts';
import { topicOn } from '#domain/stage/topic-order.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { placeOfTurn } from '$lib/components/discuss/place-of-turn.ts';
import { countingOf } from '$lib/components/dock/counting.ts';

/** One topic of how many, and what was answered where it is about how safe people feel. */
interface TopicScene {
  readonly kind: 'topic';
  readonly topic: Topic;
  readonly place: number;
  readonly of: number;
  readonly safety: Poll | null;
}

export type Scene =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'counting'; readonly until: number }
  | { readonly kind: 'writing'; readonly segment: Segment }
  /** What is on the board from these segments. */
  | { readonly kind: 'notes'; readonly segments: readonly Segment[] }
  | { readonly kind: 'words'; readonly segment: Segment }
  | { readonly kind: 'timeline' }
  | { readonly kind: 'topics' }
  | TopicScene
  | { readonly kind: 'vote'; readonly poll: Poll }
  /** What was promised in the meeting before. */
  | { readonly kind: 'earlier' }
  | { readonly kind: 'leaving' }
  /** That, and whom the team thanks at the end. */
  | { readonly kind: 'closing'; readonly segment: Segment };

export function sceneOf(stage: StageState, topics: readonly Topic[]): Scene {
  const segment = segmentOf(stage, stage.current);
  const counting = countingOf(stage);
  if (stage.phase === 'closed') return { kind: 'closed' };
  if (counting) return { kind: 'counting', until: counting.until };
  return segment ? sceneIn(stage, segment, topics) : { kind: 'lobby' };
}

function sceneIn(stage: StageState, segment: Segment, topics: readonly Topic[]): Scene {
  switch (segment.activity) {
    case 'gather':
      return isShown(stage, segment) ? { kind: 'notes', segments: [segment] } : { kind: 'writing', segment };
    case 'group':
      return { kind: 'topics' };
    case 'vote': {
      const poll = stage.polls.findLast((one) => one.question === 'vote' && one.segment === segment.id);
      return poll ? { kind: 'vote', poll } : { kind: 'topics' };
    }
    case 'discuss':
      return talkOf(stage, segment, topics) ?? { kind: isImpact(stage, topics) ? 'timeline' : 'topics' };
    case 'follow-up':
      return { kind: 'earlier' };
    case 'decide':
      return { kind: 'leaving' };
    case 'close':
      return { kind: 'closing', segment };
    case 'wins':
      return { kind: 'notes', segments: [segment] };
    case 'check-in':
      return { kind: 'words', segment };
    case 'timeline':
      return { kind: 'timeline' };
    case 'read':
      return isIncident(stage) ? { kind: 'timeline' } : everyNote(stage);
    case 'talk':
      return everyNote(stage);
  }
}

function everyNote(stage: StageState): Scene {
  return { kind: 'notes', segments: stage.segments.filter((other) => isShown(stage, other)) };
}

/** Without topics a review talks about what happened, and whom it hit. */
function isImpact(stage: StageState, topics: readonly Topic[]): boolean {
  return isIncident(stage) && topics.length === 0;
}

/** Null where no topic is on. */
function talkOf(stage: StageState, { id }: Segment, topics: readonly Topic[]): TopicScene | null {
  const topic = topicOn(stage.discussions[id], topics);
  const place = placeOfTurn(stage, id, topics);
  return topic && place && { kind: 'topic', topic, ...place, safety: safetyBehind(stage, topic) };
}

type Placed = readonly { readonly segment: SegmentId }[];

/** Notes have their place in the middle, and there are none; nor, at the end, anything that the team `leaves` with. */
export function isBare(scene: Scene, notes: Placed, leaves = false): boolean {
  if (scene.kind === 'closing' && leaves) return false;
  if (scene.kind !== 'notes' && scene.kind !== 'words' && scene.kind !== 'closing') return false;
  const segments = scene.kind === 'notes' ? scene.segments : [scene.segment];
  return !notes.some((note) => segments.some(({ id }) => id === note.segment));
}

/** Its notes are for everybody by now. */
function isShown(stage: StageState, segment: Segment): boolean {
  if (segment.policy === 'reveal') return gatherOf(stage, segment.id)?.reveal.kind === 'revealed';
  return segment.policy !== 'none';
}

/** What stands beside it all, unless it stands in the middle already. */
export function pollBeside(stage: StageState, inMiddle: Poll | null = null): Poll | null {
  const poll = pollOfPart(stage);
  return poll?.id === inMiddle?.id ? null : poll;
}

/** What is asked now, or else was answered last in this part. Votes have a scene of their own. */
function pollOfPart(stage: StageState): Poll | null {
  const isBeside = ({ question }: Poll) => question !== 'vote';
  const asked = openPolls(stage).findLast(isBeside);
  if (asked) return asked;
  const here = stage.polls.filter((poll) => poll.segment === stage.current && stage.current !== null);
  return here.findLast((poll) => isBeside(poll) && poll.question !== 'keep-talking') ?? null;
}
