/**
 * What the agenda says, to see later whether anybody has changed it. Neither the clock nor going on changes it: what has
 * begun stays in any case, and what ran over is taken from the buffer and not from what it was planned to be.
 */
import * as z from 'zod/mini';
import { writeAgenda } from '#domain/agenda/markdown/write-agenda.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { hasBegun } from '#domain/stage/plan.ts';
import type { StageState } from '#domain/stage/state.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { agendaMarkdown as markdown } from '$lib/text/agenda-markdown.ts';
import { agendaByPlan } from './room-agenda.ts';

const seenSchema = z.object({
  title: z.string(),
  buffer: z.number(),
  /** Of the buffer, in minutes, when nothing was running over. */
  left: z.number(),
  lenses: z.string(),
  parts: z.array(z.object({ id: z.string(), title: z.string(), says: z.string() })),
});

export type AgendaSeen = z.infer<typeof seenSchema>;

export function agendaSeen(stage: StageState): AgendaSeen {
  const { title, segments, buffer, lenses } = agendaByPlan(stage);
  const none = { title: '', segments: [], buffer: 0, lenses: [] };
  const parts = stage.segments.flatMap(({ id }, i) => {
    const segment = segments[i];
    return segment ? [{ id, title: segment.title, says: writeAgenda({ ...none, segments: [segment] }) }] : [];
  });
  const left = Math.round(stage.bufferMs / minuteMs);
  return { title, buffer, left, lenses: writeAgenda({ ...none, lenses }), parts };
}

/** As `JSON.stringify` wrote it; null for anything else. */
export function readSeen(text: string): AgendaSeen | null {
  try {
    return seenSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What has changed, each by its name. */
export function changedSince(seen: AgendaSeen, stage: StageState): string[] {
  const haveLensesChanged = seen.lenses !== agendaSeen(stage).lenses;
  return [...planChangedSince(seen, stage), ...(haveLensesChanged ? [words.ownLenses] : [])];
}

/** Whether a buffer that is written down says only what was left of it then; some of that may have been paid since. */
export function isBufferAsSeen(seen: AgendaSeen, written: number, stage: StageState): boolean {
  return written === seen.left && seen.buffer === agendaSeen(stage).buffer;
}

/** The same but for the lenses of the team's own. */
function planChangedSince(seen: AgendaSeen, stage: StageState): string[] {
  const now = agendaSeen(stage);
  const isAhead = ({ id }: { id: string }) => !hasBegun(stage, id);
  const [before, after] = [seen.parts.filter(isAhead), now.parts.filter(isAhead)];
  const changed = after.filter(({ id, says }) => before.find((part) => part.id === id)?.says !== says);
  const gone = before.filter(({ id }) => !after.some((part) => part.id === id));
  const parts = [...changed, ...gone].map(({ title }) => title);
  return [
    ...(seen.title === now.title ? [] : [words.meetingTitle]),
    ...parts,
    ...(orderOf(before, after) === orderOf(after, before) ? [] : [markdown.order]),
    ...(seen.buffer === now.buffer ? [] : [words.buffer]),
  ];
}

/** Of those that the others have too. */
function orderOf(parts: AgendaSeen['parts'], others: AgendaSeen['parts']): string {
  return parts
    .map(({ id }) => id)
    .filter((id) => others.some((part) => part.id === id))
    .join(' ');
}
