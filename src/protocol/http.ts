/** Bodies of the HTTP interface. Both sides parse with these; unknown fields are dropped. */
import * as z from 'zod/mini';
import { aims } from './aims.ts';
import { agendaDraftSchema } from './agenda.ts';
import { expectedPeopleSchema } from './commands/before.ts';
import { doors } from './commands/hold.ts';
import { documentNames, idSchema, roles, secretSchema } from './ids.ts';
import { limits } from './limits.ts';
import { lineSchema } from './lines.ts';

export const formatIds = [
  'heart-heat',
  'start-stop-continue',
  'mad-sad-glad',
  '4ls',
  'sailboat',
  'lean-coffee',
  'incident-review',
  'decision',
  'pre-mortem',
  'rose-thorn-bud',
  'daki',
  'kalm',
  'kickoff',
  'learning-ledger',
  'two-note',
] as const;
export type FormatId = (typeof formatIds)[number];
/** `own`: not one of these, but an agenda that somebody wrote. */
export type RoomFormat = FormatId | 'own';

/**
 * The meeting that a room continues. By its room: asked by a facilitator of it, whose cookie comes along; what is open
 * there is taken over, and `actions` is not read. By its title: as a saved record says.
 */
const continues = z.union([z.object({ room: idSchema }), z.object({ title: lineSchema(limits.titleChars) })]);

/** Open actions of an earlier room. `owner` is a name, `due` YYYY-MM-DD. */
const carriedActions = z._default(
  z
    .array(
      z.object({
        title: lineSchema(limits.actionChars),
        owner: z.nullable(lineSchema(limits.ownerChars)),
        due: z.nullable(
          z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a date such as 2026-12-31')),
        ),
        aim: z._default(z.nullable(z.enum(aims)), null),
      }),
    )
    .check(z.maxLength(limits.carriedActions)),
  [],
);

export const newRoomSchema = z.object({
  title: lineSchema(limits.titleChars),
  format: z._default(z.enum(formatIds), 'heart-heat'),
  minutes: z._default(z.int().check(z.minimum(limits.minutesMin), z.maximum(limits.minutesMax)), 60),
  /** Minutes of these that are kept free; an agenda of one's own says so itself. */
  buffer: z._default(z.int().check(z.minimum(0), z.maximum(limits.minutesMax)), 0),
  people: z._default(z.int().check(z.minimum(1), z.maximum(limits.peopleMax)), 8),
  expected: z.optional(expectedPeopleSchema),
  /** The facilitator's name; they can give it later. */
  name: z.optional(lineSchema(limits.nameChars)),
  /** Whether notes carry their authors' names; never changed afterwards. */
  named: z._default(z.boolean(), false),
  /** An agenda of one's own instead of the format's; then its minutes are as they stand, and `minutes` is the goal. */
  agenda: z.optional(agendaDraftSchema),
  continues: z.optional(continues),
  actions: carriedActions,
});
export type NewRoom = z.infer<typeof newRoomSchema>;

export const newRoomAnswerSchema = z.object({
  room: idSchema,
  links: z.object({ facilitator: z.string(), participant: z.string(), observer: z.string() }),
});
export type NewRoomAnswer = z.infer<typeof newRoomAnswerSchema>;

/** POST /api/rooms/:room/earlier, by a facilitator of a room into which nothing was taken over yet. */
export const earlierMeetingSchema = z.object({ continues: z.optional(continues), actions: carriedActions });
export type EarlierMeeting = z.input<typeof earlierMeetingSchema>;
/** How many actions were taken over. */
export const earlierAnswerSchema = z.object({ taken: z.int() });
export type EarlierAnswer = z.infer<typeof earlierAnswerSchema>;

/** Until when the room is there at least (server ms); it moves on with everything that is done. Left out: for ever. */
const keptUntil = z.optional(z.number());

export const peekSchema = z.object({ secret: secretSchema });
export const peekAnswerSchema = z.object({
  title: z.string(),
  role: z.enum(roles),
  /** Name of whoever facilitates, or null before they gave one. */
  facilitator: z.nullable(z.string()),
  /** Names of the people who are in the room right now. */
  people: z.array(z.string()),
  /** It can only be read, whatever the link says. */
  closed: z._default(z.boolean(), false),
  /** Notes here carry their authors' names. */
  named: z._default(z.boolean(), false),
  /** What the door is to whoever has this link and no seat; left out: open. */
  door: z.optional(z.enum(doors)),
  /** The link takes a seat to this browser: the name of whoever has it. */
  moves: z.optional(z.string()),
  keptUntil,
});
export type PeekAnswer = z.infer<typeof peekAnswerSchema>;

/** Observers need no name. */
export const takeSeatSchema = z.object({
  secret: secretSchema,
  name: z.optional(lineSchema(limits.nameChars)),
});
export const seatAnswerSchema = z.object({
  seat: idSchema,
  name: z.string(),
  role: z.enum(roles),
  /** At the door, until a facilitator answers: nothing but this may be asked. */
  waits: z.optional(z.boolean()),
  keptUntil,
});
export type SeatAnswer = z.infer<typeof seatAnswerSchema>;

/** POST /api/rooms/:room/seat/move: a link that is good once, in another browser, until then (server ms). */
export const moveAnswerSchema = z.object({ link: z.string(), until: z.number() });
export type MoveAnswer = z.infer<typeof moveAnswerSchema>;

export const renameSchema = z.object({ name: lineSchema(limits.nameChars) });

/** DELETE /api/rooms/:room, by a facilitator: `title` as it stands. */
export const deleteRoomSchema = z.object({ title: lineSchema(limits.titleChars) });

export const newClientIdSchema = z.object({ document: z.enum(documentNames) });
export const clientIdAnswerSchema = z.object({
  clientId: z.int().check(z.minimum(1), z.maximum(0xffffffff)),
});

/** 128 random bits, base64url; the server only ever stores the SHA-256 of it. */
export const receiptSchema = secretSchema;
export const changeNoteSchema = z.union([
  z.object({ receipt: receiptSchema, text: z.string().check(z.minLength(1), z.maxLength(limits.noteChars)) }),
  z.object({ receipt: receiptSchema, withdraw: z.literal(true) }),
  /** With the cookie, which says whose name it is; `false` takes the name off again. */
  z.object({ receipt: receiptSchema, sign: z.boolean() }),
]);
export type ChangeNote = z.infer<typeof changeNoteSchema>;

/** GET /api/rooms/:room/links, for seats: what *Invite* shows. Participant link only for writing seats. */
export const linksAnswerSchema = z.object({
  participant: z.optional(z.string()),
  observer: z.string(),
  /**
   * Origins (`http://192.168.1.5:3000`) under which a phone opens these links, where the asking browser came by a name
   * that only its own machine knows, such as localhost. Left out elsewhere; empty where no other device gets in.
   */
  addresses: z.optional(z.array(z.string())),
});
export type LinksAnswer = z.infer<typeof linksAnswerSchema>;

/**
 * POST /api/rooms/:room/links/rotate, by a facilitator: the link of the role before ends at once. `drop` removes all
 * seats of that role; facilitators are never dropped, each is removed by itself.
 */
export const rotateLinkSchema = z
  .object({ role: z.enum(roles), drop: z._default(z.boolean(), false) })
  .check(
    z.refine(({ role, drop }) => !drop || role !== 'facilitator', 'drops participants or observers only'),
  );
export type RotateLink = z.infer<typeof rotateLinkSchema>;
/** A facilitator's link is in no other answer. */
export const rotateAnswerSchema = z.object({ link: z.string() });

export const errorBodySchema = z.object({ code: z.string(), message: z.string(), next: z.string() });
