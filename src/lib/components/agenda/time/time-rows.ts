/** Planned against actual, part by part. All in ms. */
import { spentMs } from '#domain/record/spent-time.ts';
import { announcedMinutes } from '#domain/stage/announced.ts';
import { minuteMs, pausedFor } from '#domain/stage/clock.ts';
import type { StageState } from '#domain/stage/state.ts';

export interface TimeRow {
  readonly id: string;
  readonly title: string;
  /** As announced, where the meeting has begun; of a part that was added since, as it was planned then. */
  readonly plannedMs: number;
  /** What it is given now, where that is something else. */
  readonly givenMs: number | null;
  /** Pauses left out; null for what was never entered. */
  readonly actualMs: number | null;
  readonly isOn: boolean;
  /** More than it was given. */
  readonly isOver: boolean;
}

export function timeRows(stage: StageState, now: number): TimeRow[] {
  return stage.segments.map(({ id, title, minutes }) => {
    const run = stage.runs[id];
    const plannedMs = ((stage.announced && announcedMinutes(stage.announced, id)) ?? minutes) * minuteMs;
    const budgetMs = run?.budgetMs ?? plannedMs;
    const isOn = run?.status === 'active';
    const spent = run ? spentMs(run, stage.closedAt ?? now) : null;
    const actualMs = spent === null ? null : Math.max(0, spent - (isOn ? pausedFor(stage.clock, now) : 0));
    return {
      ...{ id, title, plannedMs, actualMs, isOn },
      givenMs: Math.abs(budgetMs - plannedMs) < minuteMs / 2 ? null : budgetMs,
      isOver: (actualMs ?? 0) - budgetMs >= minuteMs / 2,
    };
  });
}
