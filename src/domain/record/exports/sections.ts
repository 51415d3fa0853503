/** The sections of a record as Markdown blocks, each with its heading; a section without content says so or is absent. */
import type { Lack, RecordedAction, RecordedSegment, RoomRecord } from '../room-record.ts';
import { heading, list, paragraph, table, tasks, type Block } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { oneLine } from './one-line.ts';

const unnamed = 'somebody without a name';

export function metaBlocks(record: RoomRecord): Block[] {
  const { planned, actual, paused } = record.minutes;
  const pauses = paused > 0 ? `, ${spoken(paused)} paused` : '';
  const lines = [
    `Date: ${dateOf(record)}${hours(record)}`,
    `Format: ${words(record.format.name)}`,
    record.facilitator === null ? '' : `Facilitator: ${words(record.facilitator, unnamed)}`,
    record.people.length === 0
      ? ''
      : `People: ${record.people.map((name) => words(name, unnamed)).join(', ')}`,
    `Time: ${spoken(planned)} planned${actual === null ? '' : `, ${spoken(actual)} taken`}${pauses}`,
    `State: ${state(record)}`,
  ];
  return list(lines.filter((line) => line !== ''));
}

export function decisionBlocks(record: RoomRecord): Block[] {
  const items = record.decisions.map((decision) => words(decision.text));
  return [
    heading(2, 'Decisions'),
    ...(items.length > 0 ? list(items) : [paragraph('No decision was written down.')]),
  ];
}

export function actionBlocks(record: RoomRecord): Block[] {
  const items = record.actions.map(actionLine);
  return [
    heading(2, 'Actions'),
    ...(items.length > 0 ? tasks(items) : [paragraph('No action was promised.')]),
  ];
}

export function winBlocks(record: RoomRecord): Block[] {
  const items = record.wins.map((win) => words(win.text));
  if (items.length > 0) return [heading(2, 'Wins'), ...list(items)];
  const had = record.segments.some((segment) => segment.activity === 'wins');
  return had ? [heading(2, 'Wins'), paragraph('No win was written down.')] : [];
}

export function coverageBlocks(record: RoomRecord): Block[] {
  const covered = record.segments.filter(
    (segment) => segment.coverage.length + segment.unanswered.length > 0,
  );
  if (covered.length === 0) return [];
  return [
    heading(2, 'Lens coverage'),
    ...covered.flatMap((segment) => coverage(segment, covered.length > 1)),
  ];
}

export function openBlocks(record: RoomRecord): Block[] {
  if (!record.closedAnyway) return [];
  const items = record.openItems.map(
    (item) => `${words(item.title, `Untitled ${item.kind}`)} (${needs(item.kind, item.lacks)})`,
  );
  return [
    heading(2, 'Open when the room was closed'),
    paragraph('The room was closed although this was not settled.'),
    ...list(items),
  ];
}

export function noteBlocks(record: RoomRecord): Block[] {
  return record.segments.flatMap((segment) => {
    if (segment.notes.length === 0 && segment.revealed !== false) return [];
    const question = oneLine(segment.question);
    return [
      heading(2, `Notes: ${words(segment.title, 'Untitled')}`),
      ...(question === '' ? [] : [paragraph(question)]),
      ...(segment.revealed === false ? [paragraph('These notes were not revealed.')] : groups(segment)),
    ];
  });
}

export function dataBlocks(record: RoomRecord): Block[] {
  const { planned, actual } = record.minutes;
  const rows = record.segments.map((segment) => [
    words(segment.title, 'Untitled'),
    whole(segment.plannedMinutes),
    taken(segment),
  ]);
  const total = ['All', whole(planned), actual === null ? 'not over yet' : whole(actual)];
  return [heading(2, 'Plan and time'), table(['Segment', 'Planned (min)', 'Actual (min)'], [...rows, total])];
}

function actionLine(action: RecordedAction): string {
  const owner = action.owner === null ? '' : `owner: ${words(action.owner, unnamed)}`;
  const missing = needs('action', action.lacks);
  const facts = [owner, missing].filter((fact) => fact !== '').join('; ');
  const due = action.due === null ? '' : ` 📅 ${action.due}`;
  return `${words(action.title, 'Untitled action')}${facts === '' ? '' : ` (${facts})`}${due}`;
}

function needs(kind: string, lacks: readonly Lack[]): string {
  const missing: Readonly<Record<Lack, string>> = {
    title: kind === 'action' ? 'a title' : 'words',
    owner: 'an owner',
    due: 'a date',
    consent: 'its owner’s word',
    reconvene: 'a day to look again',
    position: 'a confirmed position',
    outcome: 'an outcome',
  };
  return lacks.length === 0 ? '' : `needs ${lacks.map((lack) => missing[lack]).join(' and ')}`;
}

function coverage(segment: RecordedSegment, named: boolean): Block[] {
  const rows = segment.coverage.map((lens) => [lens.name, String(lens.held), String(lens.notes)]);
  const findings = segment.unanswered.map((name) => `Finding: nobody could answer for ${words(name)}.`);
  return [
    ...(named ? [heading(3, words(segment.title, 'Untitled'))] : []),
    ...(rows.length > 0 ? [table(['Lens', 'People who held it', 'Notes'], rows)] : []),
    ...list(findings),
  ];
}

function groups(segment: RecordedSegment): Block[] {
  const alone = segment.notes.length === 1;
  return segment.notes.flatMap((group) => [
    ...(group.heading === null && alone ? [] : [heading(3, words(group.heading ?? '', 'Other notes'))]),
    ...(oneLine(group.question ?? '') === '' ? [] : [paragraph(group.question ?? '')]),
    ...list(group.notes.map((note) => words(note.text))),
  ]);
}

function taken(segment: RecordedSegment): string {
  if (segment.actualMinutes !== null)
    return segment.status === 'skipped'
      ? `${whole(segment.actualMinutes)}, then skipped`
      : whole(segment.actualMinutes);
  const unfinished = { waiting: 'not reached', active: 'running', done: '0', skipped: 'skipped' };
  return unfinished[segment.status];
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

function spoken(minutes: number): string {
  return `${whole(minutes)} min`;
}

/** Whole minutes for a column of them; people do not read tenths. */
function whole(minutes: number): string {
  return minutes > 0 && minutes < 1 ? 'under 1' : String(Math.round(minutes));
}

function words(text: string, otherwise = '(nothing written)'): string {
  return oneLine(text) || otherwise;
}
