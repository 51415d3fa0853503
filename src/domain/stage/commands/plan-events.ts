/** The one way in which the agenda changes: checked as a whole, then set as a whole. */
import type { Outcome } from '#protocol/errors.ts';
import type { RoomFormat } from '#protocol/http.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { isSameWork } from '../../agenda/new-segment.ts';
import { checkSettings } from '../../agenda/rules.ts';
import type { Segment } from '../../agenda/segment.ts';
import type { PlanAsSet } from '../earlier-plans.ts';
import type { StageEvent } from '../events.ts';
import { lensIn } from '../own-lenses.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

interface Besides {
  readonly budgets?: Readonly<Record<SegmentId, number>>;
  readonly bufferMs?: number;
  readonly title?: string;
  readonly format?: RoomFormat;
  /** Where not all of it is set by hand. */
  readonly asSet?: PlanAsSet;
}

export function agendaEvents(
  state: StageState,
  segments: readonly Segment[],
  { now }: Facts,
  { budgets = {}, bufferMs = state.bufferMs, title = state.title, ...besides }: Besides = {},
): Handled {
  const checked = checkAgenda(state, segments);
  if (!checked.ok) return refuse(checked.code);
  const event: StageEvent = { at: now, type: 'agendaSet', segments, budgets, bufferMs, title, ...besides };
  return accept(event);
}

/** Only what changed: a segment from a time with other rules does not stand in the way of the others. */
function checkAgenda(state: StageState, segments: readonly Segment[]): Outcome {
  if (segments.length === 0) return { ok: false, code: 'wrong-moment' };
  if (segments.length > limits.segments) return { ok: false, code: 'agenda-full' };
  const changed = segments.filter((segment) => !hasSameSettings(state.segments, segment));
  for (const segment of changed) {
    const checked = checkSettings(segment, (lens) => lensIn(state, lens) !== null);
    if (!checked.ok) return checked;
  }
  const grows = charsOf(segments) > charsOf(state.segments);
  const isFull = charsOf(segments) > limits.agendaChars;
  return grows && isFull ? { ok: false, code: 'agenda-full' } : { ok: true };
}

function hasSameSettings(present: readonly Segment[], segment: Segment): boolean {
  const before = present.find(({ id }) => id === segment.id);
  return before?.checkIn === segment.checkIn && isSameWork(before, segment);
}

/** As it is stored and sent, names of fields left out. */
function charsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { title, question, prompts, preReads }) => {
    const words = [title, question, ...prompts.flatMap(wordsOf), ...preReads.flatMap(wordsOf)];
    return words.reduce((all, { length }) => all + length, sum);
  }, 0);
}

function wordsOf(item: object): string[] {
  return Object.values(item) as string[];
}
