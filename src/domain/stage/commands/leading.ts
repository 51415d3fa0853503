/** Who facilitates: several at once, handed over, taken back, and found anew when nobody does. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function setRole(_state: StageState, _command: CommandOf<'setRole'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function handOver(_state: StageState, _command: CommandOf<'handOver'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function takeBack(_state: StageState, _command: CommandOf<'takeBack'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function askToFacilitate(
  _state: StageState,
  _command: CommandOf<'askToFacilitate'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}

export function objectToFacilitator(
  _state: StageState,
  _command: CommandOf<'objectToFacilitator'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}
