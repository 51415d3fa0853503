/** The agenda as a whole: replaced, made to fit, and how long it is to take. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function setAgenda(_state: StageState, _command: CommandOf<'setAgenda'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function setGoal(_state: StageState, _command: CommandOf<'setGoal'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function setBuffer(_state: StageState, _command: CommandOf<'setBuffer'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function fitAgenda(_state: StageState, _command: CommandOf<'fitAgenda'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function setSegmentNotes(
  _state: StageState,
  _command: CommandOf<'setSegmentNotes'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}
