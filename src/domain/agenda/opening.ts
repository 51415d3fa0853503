/** What a room opens with: a format fitted to the minutes there are, or an agenda of one's own as it stands. */
import type { AgendaDraft, AgendaSegment, OwnLens } from '#protocol/agenda.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { NewRoom, RoomFormat } from '#protocol/http.ts';
import type { LensId, SegmentId } from '#protocol/ids.ts';
import { lenses as catalogue } from '../lenses/catalogue.ts';
import { hasName } from '../lenses/has-name.ts';
import { minutesOf } from './agenda.ts';
import { fitSegments } from './fit-segments.ts';
import { floorSum } from './floors.ts';
import { withFollowUp } from './follow-up.ts';
import { formatOf } from './formats.ts';
import { newSegment } from './new-segment.ts';
import { checkSettings } from './rules.ts';
import type { Segment } from './segment.ts';

export interface Opening {
  readonly format: RoomFormat;
  readonly segments: readonly Segment[];
  /** Whole minutes kept free. */
  readonly buffer: number;
  readonly lenses: readonly OwnLens[];
  /** Minutes of the format as it is for an hour. */
  readonly weights?: Readonly<Record<SegmentId, number>>;
  /** What only facilitators may read. */
  readonly notes: readonly { readonly segment: SegmentId; readonly notes: string }[];
}

/** `fresh` begins the ids of segments that were not given any; `follows`: there is something to follow up. */
export function openingOf(
  {
    format,
    minutes,
    buffer = 0,
    agenda,
  }: Pick<NewRoom, 'format' | 'minutes' | 'agenda'> & Partial<Pick<NewRoom, 'buffer'>>,
  { fresh, follows }: { readonly fresh: string; readonly follows: boolean },
): Outcome<{ opening: Opening }> {
  if (agenda) return openWith(follows ? followingUp(agenda) : agenda, fresh);
  const ready = formatOf(format).segments;
  const planned = follows ? withFollowUp(ready, { id: 'follow-up' }) : ready;
  const segments = fitSegments(planned, minutes - buffer);
  if (!segments) return { ok: false, code: 'bad-input' };
  const weights = Object.fromEntries(planned.map((segment) => [segment.id, segment.minutes]));
  return { ok: true, opening: { format, segments, buffer, weights, lenses: [], notes: [] } };
}

/** The other parts give the minutes, as far as none has to go below its floor. */
function followingUp(agenda: AgendaDraft): AgendaDraft {
  const segments = withFollowUp(agenda.segments, { notes: '' });
  const minutes = minutesOf({ ...agenda, buffer: 0 });
  if (segments === agenda.segments) return agenda;
  const fitted = floorSum(segments) > minutes ? null : fitSegments(segments, minutes);
  return { ...agenda, segments: fitted ?? [...segments] };
}

function openWith({ segments, buffer, lenses }: AgendaDraft, fresh: string): Outcome<{ opening: Opening }> {
  const told = checkLenses(lenses);
  if (!told.ok) return told;
  const isLens = (id: LensId) => [...lenses, ...catalogue].some((lens) => lens.id === id);
  for (const segment of segments) {
    const checked = checkSettings(segment, isLens);
    if (!checked.ok) return checked;
  }
  const idAt = (i: number) => `${fresh}-${i}`;
  const made = segments.map((segment, i) => newSegment(withoutNotes(segment), idAt(i)));
  const notes = segments.flatMap(({ notes: words }, i) =>
    words === '' ? [] : [{ segment: idAt(i), notes: words }],
  );
  return { ok: true, opening: { format: 'own', segments: made, buffer, lenses, notes } };
}

function checkLenses(own: readonly OwnLens[]): Outcome {
  for (const [i, { id, name }] of own.entries()) {
    const others = [...catalogue, ...own.slice(0, i)];
    if (others.some((lens) => lens.id === id)) return { ok: false, code: 'bad-input' };
    if (hasName(others, name)) return { ok: false, code: 'lens-name-taken' };
  }
  return { ok: true };
}

function withoutNotes({ notes: _, ...segment }: AgendaSegment) {
  return segment;
}
