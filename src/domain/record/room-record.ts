/** The canonical account of a room, plain data. Every export is a view of it; unknown fields are kept by readers. */
import * as z from 'zod/mini';

export const recordVersion = 1;

const lacks = z.array(z.enum(['owner', 'due', 'title']));

export const roomRecordSchema = z.looseObject({
  schema: z.literal(`hearth-record-${recordVersion}`),
  room: z.string(),
  title: z.string(),
  format: z.string(),
  /** RFC 3339 UTC, or null where it has not happened. */
  openedAt: z.string(),
  startedAt: z.nullable(z.string()),
  closedAt: z.nullable(z.string()),
  /** True when it was closed with something still open. */
  closedAnyway: z.boolean(),
  minutes: z.object({ planned: z.number(), actual: z.nullable(z.number()) }),
  facilitator: z.nullable(z.string()),
  people: z.array(z.string()),
  decisions: z.array(z.object({ id: z.string(), text: z.string() })),
  actions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      owner: z.nullable(z.string()),
      /** YYYY-MM-DD. */
      due: z.nullable(z.string()),
      lacks,
    }),
  ),
  wins: z.array(z.object({ id: z.string(), text: z.string() })),
  segments: z.array(
    z.object({
      id: z.string(),
      activity: z.string(),
      title: z.string(),
      question: z.string(),
      plannedMinutes: z.number(),
      /** Null while it has not ended, or was never entered. */
      actualMinutes: z.nullable(z.number()),
      skipped: z.boolean(),
      /** Revealed notes by lens or prompt; `heading` null for notes whose lens too few people held. */
      notes: z.array(
        z.object({
          heading: z.nullable(z.string()),
          notes: z.array(z.object({ id: z.string(), text: z.string() })),
        }),
      ),
      /** Lens by lens: how many people held it; only lenses that at least three held. */
      coverage: z.array(
        z.object({ lens: z.string(), name: z.string(), held: z.number(), notes: z.number() }),
      ),
    }),
  ),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;
