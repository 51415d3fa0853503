/** What facilitators do to the board, and never to what people have written. */
import type { CommandOf } from '#protocol/commands.ts';
import { maySafetyBecomeTopic, nextDiscussion } from '../safety.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

const safetyTitle = 'How safe it is to speak openly here';

export function lockBoard(state: StageState, { locked }: CommandOf<'lockBoard'>, { now }: Facts): Handled {
  if ((state.boardLockedAt !== null) === locked) return accept();
  return accept({ at: now, type: 'boardLocked', locked });
}

/** For good: its words are kept nowhere. A note that is not there any more was withdrawn a moment ago. */
export function hideNote(state: StageState, { note }: CommandOf<'hideNote'>, { notes, now }: Facts): Handled {
  if (state.hiddenNotes.includes(note)) return accept();
  if (!notes.has(note)) return refuse('conflict');
  return accept({ at: now, type: 'noteHidden', note });
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
