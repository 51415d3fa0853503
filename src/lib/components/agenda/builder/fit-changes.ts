/** What making the agenda fit would do, part by part. */
import { bufferLeftMs } from '#domain/stage/budget.ts';
import type { FittedPlan } from '#domain/stage/fitting.ts';
import type { StageState } from '#domain/stage/state.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { minutesOf } from '$lib/text/dates.ts';

export interface FitChange {
  readonly title: string;
  readonly change: string;
}

/** In the order of the agenda, the buffer last; what stays as it is to the minute is left out. */
export function fitChanges(stage: StageState, fit: FittedPlan, now: number): FitChange[] {
  const parts = stage.segments.flatMap(({ id, title, rounds }) => {
    if (fit.dropped.includes(id)) return [{ title, change: words.fitGone }];
    const from = stage.runs[id]?.budgetMs ?? 0;
    const to = fit.budgets[id] ?? from;
    const left = fit.segments.find((segment) => segment.id === id)?.rounds ?? rounds;
    const changes = [
      ...(isSameMinute(from, to) ? [] : [words.fitChange(from, to)]),
      ...(left === rounds ? [] : [words.fitRounds(rounds, left)]),
    ];
    return changes.length === 0 ? [] : [{ title, change: changes.join(', ') }];
  });
  const free = bufferLeftMs(stage, now);
  const kept = bufferLeftMs({ ...stage, bufferMs: fit.bufferMs }, now);
  return isSameMinute(kept, free)
    ? parts
    : [...parts, { title: words.buffer, change: words.fitChange(free, kept) }];
}

function isSameMinute(from: number, to: number): boolean {
  return minutesOf(from) === minutesOf(to);
}

export function titlesOf({ segments }: StageState, ids: readonly string[]): string[] {
  return segments.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
}
