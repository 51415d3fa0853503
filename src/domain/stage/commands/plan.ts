/** One segment of the agenda at a time, before and during the meeting. What has begun keeps its place. */
import type { CommandOf } from '#protocol/commands.ts';
import type { StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

export function addSegment(_state: StageState, _command: CommandOf<'addSegment'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function duplicateSegment(
  _state: StageState,
  _command: CommandOf<'duplicateSegment'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}

export function changeSegment(
  _state: StageState,
  _command: CommandOf<'changeSegment'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}

export function moveSegment(_state: StageState, _command: CommandOf<'moveSegment'>, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function removeSegment(
  _state: StageState,
  _command: CommandOf<'removeSegment'>,
  _facts: Facts,
): Handled {
  return refuse('wrong-moment');
}
