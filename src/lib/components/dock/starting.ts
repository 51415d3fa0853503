/** What *Start the meeting* does at this moment. */
import { earlinessMs, isInTime, latenessMs } from '#domain/stage/lateness.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { CommandOf } from '#protocol/commands.ts';

/** Late, it is asked which end holds, where not both do; early, whether it is meant. */
export function starting(stage: StageState, now: number): 'late' | 'early' | CommandOf<'startMeeting'> {
  const isLate = latenessMs(stage, now) > 0;
  if (isLate && isInTime(stage, now)) return { type: 'startMeeting', keepEnd: true };
  if (isLate) return 'late';
  return earlinessMs(stage, now) > 0 || stage.early !== null ? 'early' : { type: 'startMeeting' };
}
