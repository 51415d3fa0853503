/** What a spreadsheet gets: promises, notes and what happened when, one row each, texts as they were typed. */
import type { RoomRecord } from '../room-record.ts';
import { csv } from './csv.ts';

export function actionsCsv({ actions }: RoomRecord): string {
  const head = [
    'id',
    'action',
    'owner',
    'due',
    'consent',
    'needs',
    'topic',
    'check',
    'to_self',
    'to_teammate',
    'aim',
  ];
  const rows = actions.map((action) => [
    action.id,
    action.title,
    action.owner ?? '',
    action.due ?? '',
    action.consent ?? '',
    action.lacks.join(' '),
    action.topic ?? '',
    action.check,
    action.toSelf,
    action.toTeammate,
    action.aim ?? '',
  ]);
  return csv(head, rows);
}

/** Wins first, then the notes segment by segment. A note's topic is the one that it is in, where there is one. */
export function notesCsv({ segments, topics, wins }: RoomRecord): string {
  const topicOf = new Map(topics.flatMap(({ notes, title }) => notes.map(({ id }) => [id, title] as const)));
  const wonIn = segments.find(({ activity }) => activity === 'wins')?.title ?? '';
  const rows = [
    ...wins.map((note) => ({ note, segment: note.segment ?? wonIn, heading: note.prompt ?? '' })),
    ...segments.flatMap((segment) =>
      segment.notes.flatMap((group) =>
        group.notes.map((note) => ({ note, segment: segment.title, heading: group.heading ?? '' })),
      ),
    ),
  ];
  return csv(
    ['id', 'segment', 'heading', 'note', 'topic', 'signed_by'],
    rows.map(({ note, segment, heading }) => [
      note.id,
      segment,
      heading,
      note.text,
      topicOf.get(note.id) ?? '',
      note.signedBy ?? '',
    ]),
  );
}

/** In the order of time, which is UTC. Empty but for its head where the room looked back on no incident. */
export function timelineCsv({ incident }: RoomRecord): string {
  const rows = (incident?.timeline ?? []).map(({ id, at, what, source }) => [id, at, what, source ?? '']);
  return csv(['id', 'time_utc', 'what_happened', 'source'], rows);
}
