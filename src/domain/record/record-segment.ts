/** What one segment leaves behind: its time, its visible notes by lens or prompt, and how far the lenses reached. */
import type { LensId } from '#protocol/ids.ts';
import { isThanks, type Segment } from '../agenda/segment.ts';
import type { Note } from '../board/board.ts';
import { announcedMinutes } from '../stage/announced.ts';
import { allRounds, heldCounts } from '../stage/gathering.ts';
import { lensIn } from '../stage/own-lenses.ts';
import { lensesShownMeanwhile } from '../stage/shown-lenses.ts';
import type { Gather, SegmentRun, StageState } from '../stage/state.ts';
import { recordNote } from './record-note.ts';
import type { RecordedSegment } from './room-record.ts';
import { spentMs, toMinutes } from './spent-time.ts';

type Group = RecordedSegment['notes'][number];

export function recordSegment(segment: Segment, stage: StageState, notes: readonly Note[]): RecordedSegment {
  const run = stage.runs[segment.id];
  const gather = stage.gathers[segment.id];
  const spent = run ? spentMs(run, stage.closedAt) : null;
  const own = notes.filter((note) => note.segment === segment.id);
  const shown = shownLenses(segment, gather, own);
  return {
    id: segment.id,
    activity: segment.activity,
    title: segment.title,
    question: segment.question,
    plannedMinutes: segment.minutes,
    ...(stage.announced ? { announcedMinutes: announcedMinutes(stage.announced, segment.id) } : {}),
    ...givenSince(run),
    actualMinutes: spent === null ? null : toMinutes(spent),
    status: run?.status ?? 'waiting',
    revealed: segment.policy === 'reveal' ? gather?.reveal.kind === 'revealed' : null,
    notes: isThanks(segment) ? [] : groupNotes(segment, shown, own, stage),
    coverage: cover(segment, stage, shown, own),
    ...(leavesOutLenses(segment, stage) && { coverageLeavesOut: true }),
    unanswered:
      gather?.reveal.kind === 'revealed' ? gather.reveal.unanswered.map((lens) => lensName(lens, stage)) : [],
  };
}

function givenSince(run: SegmentRun | undefined): Pick<RecordedSegment, 'extendedMinutes' | 'cutMinutes'> {
  const minutes = toMinutes(run?.extendedMs ?? 0);
  if (minutes === 0) return {};
  return minutes > 0 ? { extendedMinutes: minutes } : { cutMinutes: -minutes };
}

/** Where notes are not revealed together, each carries its lens if it may be named. */
function shownLenses(
  { policy, lenses }: Segment,
  gather: Gather | undefined,
  notes: readonly Note[],
): readonly LensId[] {
  if (policy !== 'reveal') return lenses.filter((lens) => notes.some((note) => note.lens === lens));
  return gather?.reveal.kind === 'revealed' ? gather.reveal.shown : [];
}

/** Because too few people held them. Which ones, and how many, is not told; that nobody wrote is another reason. */
function leavesOutLenses(segment: Segment, stage: StageState): boolean {
  const gather = stage.gathers[segment.id];
  if (!gather || allRounds(gather).length === 0) return false;
  const { reveal } = gather;
  if (segment.policy === 'reveal' && reveal.kind !== 'revealed') return false;
  const named = reveal.kind === 'revealed' ? reveal.shown : lensesShownMeanwhile(stage, segment);
  return segment.lenses.some((lens) => !named.includes(lens));
}

/** In the order of the agenda; what has no lens or prompt that may be named comes last, without a heading. */
function groupNotes(
  segment: Segment,
  shown: readonly LensId[],
  notes: readonly Note[],
  stage: StageState,
): Group[] {
  const group = (heading: string | null, question: string | null, belongs: (note: Note) => boolean) => ({
    ...{ heading, question },
    notes: notes.filter(belongs).map((note) => recordNote(note, stage)),
  });
  const lenses = segment.lenses.filter((lens) => shown.includes(lens));
  const prompts = segment.prompts.map((prompt) => prompt.id);
  const isNamed = (note: Note) => lenses.includes(note.lens) || prompts.includes(note.prompt);
  const groups = [
    ...lenses.map((lens) => group(lensName(lens, stage), null, (note) => note.lens === lens)),
    ...segment.prompts.map(({ id, name, question }) =>
      group(name, question, (note) => note.prompt === id && !lenses.includes(note.lens)),
    ),
    group(null, null, (note) => !isNamed(note)),
  ];
  return groups.filter((found) => found.notes.length > 0);
}

function cover(segment: Segment, stage: StageState, shown: readonly LensId[], notes: readonly Note[]) {
  const gather = stage.gathers[segment.id];
  const counts = gather ? heldCounts(gather) : {};
  return segment.lenses
    .filter((lens) => shown.includes(lens))
    .map((lens) => ({
      lens,
      name: lensName(lens, stage),
      held: counts[lens] ?? 0,
      notes: notes.filter((note) => note.lens === lens).length,
    }));
}

function lensName(lens: LensId, stage: StageState): string {
  return lensIn(stage, lens)?.name ?? lens;
}
