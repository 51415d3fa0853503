/** A meeting event by event. */
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduce } from '../../../src/domain/stage/reduce.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { Meeting } from './meeting.ts';

export interface Step {
  readonly before: StageState;
  readonly event: StageEvent;
  readonly after: StageState;
}

/** With frozen stages: a reduce that changed its argument would throw. */
export function stepsOf({ events }: Meeting): Step[] {
  let before = frozen(initialStage());
  return events.map((event) => {
    const step = { before, event, after: frozen(reduce(before, event, before.rev + 1)) };
    before = step.after;
    return step;
  });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
