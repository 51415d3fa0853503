/** Who may be in the room. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function removeSeat(_state: StageState, _command: CommandOf<'removeSeat'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function setDoor(_state: StageState, _command: CommandOf<'setDoor'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function answerKnock(_state: StageState, _command: CommandOf<'answerKnock'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}
