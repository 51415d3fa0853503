/** Perspectives of the team's own, and lenses that change hands within a round. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function putLens(_state: StageState, _command: CommandOf<'putLens'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function dropLens(_state: StageState, _command: CommandOf<'dropLens'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function passLens(_state: StageState, _command: CommandOf<'passLens'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function offerSwap(_state: StageState, _command: CommandOf<'offerSwap'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function answerSwap(_state: StageState, _command: CommandOf<'answerSwap'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}
