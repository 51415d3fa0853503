/** What the outcomes rest on, as Markdown blocks; a section without content says so or is absent. */
import { otherEnd } from '../announced-end.ts';
import type { RecordedSegment, RoomRecord } from '../room-record.ts';
import { isGathered } from '../review.ts';
import { winsByPrompt, type WinGroup } from '../wins.ts';
import { heading, list, paragraph, table, type Block } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { oneLine } from './one-line.ts';
import { labelled, minutesAnnounced, needs, spentMinutes, unnamed, wholeMinutes, words } from './phrases.ts';
import { noteItem } from './topic-sections.ts';

export function meetingBlocks(record: RoomRecord): Block[] {
  const { planned, announced, actual, paused } = record.minutes;
  const min = (minutes: number) => `${wholeMinutes(minutes)} min`;
  const pauses = paused > 0 ? `, ${min(paused)} paused` : '';
  const lines = [
    `Date: ${dateOf(record)}${hours(record)}${until(record)}`,
    `Format: ${words(record.format.name)}`,
    record.facilitator === null ? '' : `Facilitator: ${words(record.facilitator, unnamed)}`,
    record.people.length === 0
      ? ''
      : `People: ${record.people.map((name) => words(name, unnamed)).join(', ')}`,
    `Time: ${minutesAnnounced(planned, announced, ' min planned')}${actual === null ? '' : `, ${spentMinutes(actual)} min taken`}${pauses}`,
    `State: ${state(record)}`,
  ];
  return [heading(2, 'Meeting'), ...list(lines.filter((line) => line !== ''))];
}

export function winBlocks(record: RoomRecord): Block[] {
  const wins = winsByPrompt(record.wins).flatMap(winGroup);
  if (wins.length > 0) return [heading(2, 'Wins'), ...wins];
  const had = record.segments.some((segment) => segment.activity === 'wins');
  return had ? [heading(2, 'Wins'), paragraph('No win was written down.')] : [];
}

function winGroup({ prompt, wins }: WinGroup): Block[] {
  return [...(prompt === null ? [] : [heading(3, words(prompt))]), ...list(wins.map(noteItem))];
}

export function coverageBlocks(record: RoomRecord): Block[] {
  const covered = record.segments.filter(saysWhereTheyLooked);
  if (covered.length === 0) return [];
  return [
    heading(2, 'Lens coverage'),
    ...covered.flatMap((segment) => coverage(segment, covered.length > 1)),
  ];
}

const untitled: Readonly<Record<RoomRecord['openItems'][number]['kind'], string>> = {
  action: 'Untitled action',
  decision: 'Untitled decision',
  spike: 'Untitled spike',
  escalation: 'Untitled escalation',
  'let-go': 'Let go without a reason',
  topic: 'Untitled topic',
  earlier: 'Untitled earlier action',
};

export function openBlocks(record: RoomRecord): Block[] {
  if (!record.closedAnyway) return [];
  const items = record.openItems.map(({ kind, title, lacks }) => {
    const name = `${kind === 'earlier' ? 'Promised before: ' : ''}${words(title, untitled[kind])}`;
    return `${name} (${needs(kind, lacks)})`;
  });
  return [
    heading(2, 'Open when the room was closed'),
    paragraph('The room was closed although this was not settled.'),
    ...labelled('Why', record.whyClosed).map(paragraph),
    ...list(items),
  ];
}

export function noteBlocks(record: RoomRecord): Block[] {
  return record.segments.flatMap((segment) => {
    const notes = notesOf(segment);
    const question = oneLine(segment.question);
    return notes.length === 0
      ? []
      : [
          heading(2, `Notes: ${words(segment.title, 'Untitled')}`),
          ...(question === '' ? [] : [paragraph(question)]),
          ...notes,
        ];
  });
}

/** What was gathered, under headings of the third depth only. */
export function gatheredBlocks(record: RoomRecord): Block[] {
  return record.segments
    .filter(isGathered)
    .flatMap((segment) => [...notesOf(segment), ...findings(segment).map(paragraph)]);
}

function notesOf(segment: RecordedSegment): Block[] {
  if (segment.revealed !== false) return groups(segment);
  return [paragraph('These notes were not revealed.')];
}

function coverage(segment: RecordedSegment, named: boolean): Block[] {
  const rows = segment.coverage.map((lens) => [lens.name, String(lens.held), String(lens.notes)]);
  return [
    ...(named ? [heading(3, words(segment.title, 'Untitled'))] : []),
    ...(rows.length > 0 ? [table(['Lens', 'People who held it', 'Notes'], rows)] : []),
    ...(segment.coverageLeavesOut
      ? [paragraph('Lenses that fewer than three people held are not listed.')]
      : []),
    ...list(findings(segment)),
  ];
}

function saysWhereTheyLooked({ coverage, coverageLeavesOut, unanswered }: RecordedSegment): boolean {
  return coverage.length + unanswered.length > 0 || (coverageLeavesOut ?? false);
}

function findings({ unanswered }: RecordedSegment): string[] {
  return unanswered.map((name) => `Finding: nobody could answer for ${words(name)}.`);
}

function groups(segment: RecordedSegment): Block[] {
  const alone = segment.notes.length === 1;
  return segment.notes.flatMap((group) => [
    ...(group.heading === null && alone ? [] : [heading(3, words(group.heading ?? '', 'Other notes'))]),
    ...(oneLine(group.question ?? '') === '' ? [] : [paragraph(group.question ?? '')]),
    ...list(group.notes.map(noteItem)),
  ]);
}

function state(record: RoomRecord): string {
  if (record.closedAt === null) return record.startedAt === null ? 'not started yet' : 'not closed yet';
  if (!record.closedAnyway) return 'closed with everything settled';
  const open = record.openItems.length;
  return `closed with ${open} ${open === 1 ? 'thing' : 'things'} still open`;
}

function hours(record: RoomRecord): string {
  if (record.startedAt === null) return '';
  const from = record.startedAt.slice(11, 16);
  return record.closedAt === null
    ? `, from ${from} UTC`
    : `, ${from} to ${record.closedAt.slice(11, 16)} UTC`;
}

/** Where it ended at another minute, with the day where that was another one. */
function until(record: RoomRecord): string {
  const announced = otherEnd(record);
  if (announced === null) return '';
  const [day = '', time = ''] = announced.slice(0, 16).split('T');
  return `, announced until ${record.startedAt?.startsWith(day) ? '' : `${day} `}${time}`;
}
