/**
 * The canonical account of a room, plain data. Every export is a view of it; unknown fields are kept by readers.
 * Nothing in it links a note to a seat or to a moment.
 */
import * as z from 'zod/mini';

export const recordVersion = 1;

const lacks = z.array(z.enum(['owner', 'due', 'title', 'consent', 'reconvene', 'position', 'outcome']));
const notes = z.array(z.looseObject({ id: z.string(), text: z.string() }));

const recordedAction = z.looseObject({
  id: z.string(),
  title: z.string(),
  /** A name; null where nobody owns it. */
  owner: z.nullable(z.string()),
  /** YYYY-MM-DD. */
  due: z.nullable(z.string()),
  /** What makes it unfinished; empty for a complete promise. */
  lacks,
});

const recordedSegment = z.looseObject({
  id: z.string(),
  activity: z.string(),
  title: z.string(),
  question: z.string(),
  plannedMinutes: z.number(),
  /** Without pauses, over all stays. Null while it has not ended, or was never entered. */
  actualMinutes: z.nullable(z.number()),
  status: z.enum(['waiting', 'active', 'done', 'skipped']),
  /** Whether the notes of a segment with a reveal were revealed; null where there is nothing to reveal. */
  revealed: z.nullable(z.boolean()),
  /** Visible notes by lens or prompt; `heading` null for notes whose lens too few people held. Wins stand in `wins`. */
  notes: z.array(z.looseObject({ heading: z.nullable(z.string()), question: z.nullable(z.string()), notes })),
  /** Lens by lens how many people held it; only lenses that the reveal shows, so none that fewer than three held. */
  coverage: z.array(
    z.looseObject({ lens: z.string(), name: z.string(), held: z.number(), notes: z.number() }),
  ),
  /** Names of lenses that were held and nobody could answer for: a finding. */
  unanswered: z.array(z.string()),
});

export const roomRecordSchema = z.looseObject({
  schema: z.literal(`hearth-record-${recordVersion}`),
  room: z.string(),
  title: z.string(),
  format: z.looseObject({ id: z.string(), name: z.string() }),
  /** RFC 3339 UTC, or null where it has not happened. */
  openedAt: z.string(),
  startedAt: z.nullable(z.string()),
  closedAt: z.nullable(z.string()),
  /** True when it was closed with something still open. */
  closedAnyway: z.boolean(),
  /** What was open at that moment. */
  openItems: z.array(
    z.looseObject({
      kind: z.enum(['action', 'decision', 'spike', 'escalation', 'let-go', 'topic']),
      title: z.string(),
      lacks,
    }),
  ),
  /** Minutes with one decimal; `actual` leaves pauses out and is null until the room is closed. */
  minutes: z.looseObject({ planned: z.number(), actual: z.nullable(z.number()), paused: z.number() }),
  facilitator: z.nullable(z.string()),
  /** Everybody with a writing seat, in the order of the roster. */
  people: z.array(z.string()),
  decisions: notes,
  actions: z.array(recordedAction),
  wins: notes,
  segments: z.array(recordedSegment),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;
export type RecordedAction = z.infer<typeof recordedAction>;
export type RecordedSegment = z.infer<typeof recordedSegment>;
export type Lack = RecordedAction['lacks'][number];
