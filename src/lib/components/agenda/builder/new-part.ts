/** A part that is added: what it is by itself, and where it goes. */
import { isProtected } from '#domain/agenda/floors.ts';
import { withActivity } from '#domain/agenda/rules.ts';
import type { Activity } from '#domain/agenda/segment.ts';
import { usualPolicy, usualTitles } from '#domain/agenda/usual.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentDraft } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';

const minutes = 5;

export function newSegmentFor(activity: Activity): SegmentDraft {
  const plain: SegmentDraft = {
    ...{ activity, title: usualTitles[activity], question: '', minutes, policy: usualPolicy(activity) },
    ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' },
  };
  const part = withActivity(plain, activity);
  // A round of lenses is worth holding from three minutes on.
  return { ...part, lenses: [...part.lenses], minutes: Math.max(minutes, part.rounds * 3) };
}

/** Behind the part that is open; else before the decision and the close at the end. Null: at the very end. */
export function placeForNew(
  { segments, current }: Pick<StageState, 'segments' | 'current'>,
  opened: SegmentId | null,
): SegmentId | null {
  const place = (id: SegmentId | null) => segments.findIndex((segment) => segment.id === id);
  const lastFree = segments.findLastIndex((segment) => !isProtected(segment));
  const behind = opened === null ? lastFree : place(opened);
  return segments[Math.max(behind, place(current)) + 1]?.id ?? null;
}
