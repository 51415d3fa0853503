/** Planned against actual, part by part. All in ms. */
import { spentMs } from '#domain/record/spent-time.ts';
import { announcedMinutes } from '#domain/stage/announced.ts';
import { bufferLeftMs } from '#domain/stage/budget.ts';
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

/** Of what is kept free; the first two as for a part. */
export interface BufferRow {
  readonly plannedMs: number;
  readonly givenMs: number | null;
  readonly leftMs: number;
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
      givenMs: unlessSame(budgetMs, plannedMs),
      isOver: (actualMs ?? 0) - budgetMs >= minuteMs / 2,
    };
  });
}

/** Null where nothing is kept free, and nothing ever was. */
export function bufferRow(stage: StageState, now: number): BufferRow | null {
  const { announced, plannedBufferMs } = stage;
  const plannedMs = announced?.bufferMs ?? plannedBufferMs;
  if (plannedMs + plannedBufferMs === 0) return null;
  const leftMs = bufferLeftMs(stage, now);
  return { plannedMs, givenMs: unlessSame(plannedBufferMs, plannedMs), leftMs };
}

/** Null where nobody would see a difference. */
function unlessSame(ms: number, plannedMs: number): number | null {
  return Math.abs(ms - plannedMs) < minuteMs / 2 ? null : ms;
}
