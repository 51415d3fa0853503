/** What facilitators do to the board, and never to what people have written. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function lockBoard(_state: StageState, _command: CommandOf<'lockBoard'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function hideNote(_state: StageState, _command: CommandOf<'hideNote'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function makeSafetyTopic(
  _state: StageState,
  _command: CommandOf<'makeSafetyTopic'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}
