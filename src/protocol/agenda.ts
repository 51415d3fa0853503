/** How an agenda travels: in commands, in saved formats, and nowhere with what only facilitators may read. */
import * as z from 'zod/mini';
import { lineSchema } from './lines.ts';
import { idSchema } from './ids.ts';
import { limits } from './limits.ts';

export const activities = [
  'check-in',
  'follow-up',
  'wins',
  'gather',
  'group',
  'vote',
  'discuss',
  'decide',
  'read',
  'timeline',
  'close',
  'talk',
] as const;
export type Activity = (typeof activities)[number];

/**
 * When notes become visible: `open` as they are added, `reveal` all at once by the facilitator, `own` when their
 * author lets go of them and enough others have too, `none` no notes.
 */
export const revealPolicies = ['open', 'reveal', 'own', 'none'] as const;
export type RevealPolicy = (typeof revealPolicies)[number];

/** What a check-in asks everybody for, aloud or as a note. */
export const checkInRounds = ['none', 'word', 'sentence'] as const;
export type CheckInRound = (typeof checkInRounds)[number];

const oneLine = (max: number) => z.union([lineSchema(max), z.literal('')]);

/** Only addresses that a browser may open: http, https and mailto. */
export const webAddressSchema = z
  .string()
  .check(z.maxLength(limits.linkChars), z.regex(/^(https?:\/\/|mailto:)\S+$/i, 'has to begin with https://'));

export const promptDraftSchema = z.object({
  name: lineSchema(limits.nameChars),
  question: oneLine(limits.questionChars),
});
export type PromptDraft = z.infer<typeof promptDraftSchema>;

/** Something to read before or during the meeting: a link, or words of its own. */
export const preReadDraftSchema = z.object({
  title: lineSchema(limits.titleChars),
  link: z.union([webAddressSchema, z.literal('')]),
  /** May have several lines. */
  text: z.string().check(z.maxLength(limits.preReadChars)),
});
export type PreReadDraft = z.infer<typeof preReadDraftSchema>;

const minutes = z.int().check(z.minimum(1), z.maximum(limits.minutesMax));

/** A segment without its id, which the server gives. Prompts and lenses exclude each other. */
export const segmentDraftSchema = z.object({
  activity: z.enum(activities),
  title: lineSchema(limits.titleChars),
  question: oneLine(limits.questionChars),
  minutes,
  policy: z.enum(revealPolicies),
  lenses: z.array(idSchema).check(z.maxLength(limits.segmentLenses)),
  rounds: z.int().check(z.minimum(1), z.maximum(limits.segmentLenses)),
  prompts: z.array(promptDraftSchema).check(z.maxLength(limits.segmentPrompts)),
  preReads: z.array(preReadDraftSchema).check(z.maxLength(limits.segmentPreReads)),
  checkIn: z.enum(checkInRounds),
});
export type SegmentDraft = z.infer<typeof segmentDraftSchema>;

/** What is left out stays as it is. */
export const segmentChangeSchema = z.partial(segmentDraftSchema);
export type SegmentChange = z.infer<typeof segmentChangeSchema>;

/** A whole agenda as pasted, loaded or fitted. `notes` are for facilitators. */
export const agendaSegmentSchema = z.extend(segmentDraftSchema, {
  notes: z.string().check(z.maxLength(limits.facilitatorNoteChars)),
});
export type AgendaSegment = z.infer<typeof agendaSegmentSchema>;

export const ownLensSchema = z.object({
  id: idSchema,
  name: lineSchema(limits.nameChars),
  /** One character that stands beside the colour. */
  letter: z.string().check(z.regex(/^\p{L}$|^\p{N}$/u, 'has to be one letter or digit')),
  /** One of the names in `lensIcons`. */
  icon: z.string().check(z.regex(/^[a-z0-9-]{1,32}$/)),
  questions: z.tuple([
    lineSchema(limits.questionChars),
    lineSchema(limits.questionChars),
    lineSchema(limits.questionChars),
  ]),
});
export type OwnLens = z.infer<typeof ownLensSchema>;

/** Everything of an agenda but its title: as a room is made from it, and as it is saved. */
export const agendaDraftSchema = z.object({
  segments: z.array(agendaSegmentSchema).check(z.minLength(1), z.maxLength(limits.segments)),
  /** Whole minutes kept free. */
  buffer: z.int().check(z.minimum(0), z.maximum(limits.minutesMax)),
  lenses: z.array(ownLensSchema).check(z.maxLength(limits.ownLenses)),
});
export type AgendaDraft = z.infer<typeof agendaDraftSchema>;
