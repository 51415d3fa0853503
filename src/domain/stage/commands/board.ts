/** What facilitators do to the board, and never to what people have written. */
import type { CommandOf } from '#protocol/commands.ts';
import { maySafetyBecomeTopic, nextDiscussion } from '../safety.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

const safetyTitle = 'How safe it is to speak openly here';

export function lockBoard(_state: StageState, _command: CommandOf<'lockBoard'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function hideNote(_state: StageState, _command: CommandOf<'hideNote'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

/** Asked for once more, also by somebody else, it is there already. */
export function makeSafetyTopic(
  state: StageState,
  _command: CommandOf<'makeSafetyTopic'>,
  { freshId: topic, hasTopicSpace, now: at }: Facts,
): Handled {
  if (state.safetyTopic !== null) return accept();
  const segment = nextDiscussion(state)?.id;
  if (segment === undefined || !hasTopicSpace || !maySafetyBecomeTopic(state)) return refuse('wrong-moment');
  const order = [topic, ...(state.discussions[segment]?.order ?? [])];
  return accept(
    { at, type: 'safetyTopicMade', topic, title: safetyTitle },
    { at, type: 'topicsOrdered', segment, order },
  );
}
