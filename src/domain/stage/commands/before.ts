/** Before the meeting: its start, whom it needs, pre-reads, and writing early. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function planStart(_state: StageState, _command: CommandOf<'planStart'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function setExpected(_state: StageState, _command: CommandOf<'setExpected'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function markRead(_state: StageState, _command: CommandOf<'markRead'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function openEarly(_state: StageState, _command: CommandOf<'openEarly'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function closeEarly(_state: StageState, _command: CommandOf<'closeEarly'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}
