/**
 * The canonical account of a room, plain data. Every export is a view of it; unknown fields are kept by readers.
 * Nothing in it links an unsigned note to a seat or to a moment.
 */
import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';
import { recordedEarlier } from './schema/earlier.ts';
import { recordedIncident } from './schema/incident.ts';
import { lacks, moment, recordedWin } from './schema/notes.ts';
import {
  recordedAction,
  recordedDecision,
  recordedEscalation,
  recordedLetGo,
  recordedSpike,
} from './schema/outcomes.ts';
import { recordedPoll } from './schema/polls.ts';
import { recordedRemoval, recordedSegment } from './schema/segments.ts';
import { recordedTopic } from './schema/topics.ts';

export const recordVersion = 1;
/** What a record says that it is. */
export const recordName = `hearth-record-${recordVersion}` as const;

export const roomRecordSchema = z.looseObject({
  schema: z.literal(recordName),
  room: idSchema,
  /** Of two records of one room, the later one has the greater. Older records do not say. */
  revision: z.optional(z.int().check(z.minimum(0))),
  title: z.string(),
  format: z.looseObject({ id: z.string(), name: z.string() }),
  /** Null where it has not happened. */
  openedAt: moment,
  startedAt: z.nullable(moment),
  closedAt: z.nullable(moment),
  /** When it was to end, as announced when it began. Left out before that, and in older records. */
  announcedEnd: z.optional(moment),
  /** True when it was closed with something still open. */
  closedAnyway: z.boolean(),
  /** Why, in the facilitator's words. */
  whyClosed: z.nullable(z.string()),
  /** What was open at that moment. */
  openItems: z.array(
    z.looseObject({
      kind: z.enum(['action', 'decision', 'spike', 'escalation', 'let-go', 'topic', 'earlier']),
      title: z.string(),
      lacks,
    }),
  ),
  /** Minutes with one decimal; `actual` leaves pauses out and is null until the room is closed. */
  minutes: z.looseObject({
    planned: z.number(),
    /** When it began; left out before that, and in older records. */
    announced: z.optional(z.number()),
    actual: z.nullable(z.number()),
    paused: z.number(),
    /** What was to be kept free, and what of it was not used. Left out where nothing was. */
    buffer: z.optional(
      z.looseObject({
        /** As the plan was last; as announced in older records. */
        planned: z.number(),
        announced: z.optional(z.number()),
        left: z.number(),
      }),
    ),
  }),
  facilitator: z.nullable(z.string()),
  /** Whoever has a writing seat, or had one and left something on the record; each name once, in the order of the roster. */
  people: z.array(z.string()),
  /** Three lines for readers who were not there: what changes for users, what it costs, what we need. */
  headlines: z.looseObject({ users: z.string(), cost: z.string(), need: z.string() }),
  decisions: z.array(recordedDecision),
  actions: z.array(recordedAction),
  /** Title of the meeting that this one continued; null for none. Older records do not say, nor have the next. */
  continues: z.optional(z.nullable(z.string())),
  earlier: z.optional(z.array(recordedEarlier)),
  /** Of a room that looked back on one; older records have none. */
  incident: z.optional(recordedIncident),
  spikes: z.array(recordedSpike),
  escalations: z.array(recordedEscalation),
  letGo: z.array(recordedLetGo),
  wins: z.array(recordedWin),
  /** By votes, then as on the board. Notes that nobody grouped, voted on or opened stand under their segment alone. */
  topics: z.array(recordedTopic),
  /** Those that were closed, in the order in which they were asked. */
  polls: z.array(recordedPoll),
  segments: z.array(recordedSegment),
  /** Older records do not say. */
  removedSegments: z.optional(z.array(recordedRemoval)),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;
export type Lack = z.infer<typeof lacks>[number];

export type { RecordedEarlier } from './schema/earlier.ts';
export type { RecordedIncident } from './schema/incident.ts';
export type { RecordedNote, RecordedWin } from './schema/notes.ts';
export type {
  RecordedAction,
  RecordedDecision,
  RecordedEscalation,
  RecordedLetGo,
  RecordedSpike,
} from './schema/outcomes.ts';
export type { ChoiceCounts, RecordedPoll } from './schema/polls.ts';
export type { RecordedSegment } from './schema/segments.ts';
export type { RecordedTopic } from './schema/topics.ts';
