/** What is said about a line that cannot be read. */
import { activities, checkInRounds, revealPolicies } from '#protocol/agenda.ts';
import { limits } from '#protocol/limits.ts';

export interface AgendaProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly sentence: string;
}

export const problems = {
  unclear:
    'This is neither a title, nor a part such as “8m wins: Whom do we thank?”, nor something below one.',
  field: (name: string) =>
    `“${brief(name)}” is not something a part has. It can have title, policy, ask, lenses, rounds, prompt, pre-read and notes.`,
  lensField: (name: string) =>
    `“${brief(name)}” is not something a lens has. It has id, letter, icon and question.`,
  alone: 'It stands below no part and no lens.',
  quotation: 'A quotation belongs below a pre-read or notes.',
  minutesMissing: (activity: string) =>
    `It does not say how long it takes. Write for example “8m ${activity}”.`,
  /** What is read before is no part of its own. */
  readBelow:
    'Only a part can be “read”, and it says how long it takes. Did you mean “pre-read”, which stands below a part?',
  activity: (name: string) => `“${brief(name)}” is no activity. It can be ${oneOf(activities)}, or buffer.`,
  minutes: `A part takes 1 to ${limits.minutesMax} minutes.`,
  buffer: `The buffer has at most ${limits.minutesMax} minutes.`,
  secondBuffer: 'There is a buffer already.',
  secondTitle: 'There is a title already.',
  title: `A title has 1 to ${limits.titleChars} characters.`,
  question: `A question has at most ${limits.questionChars} characters.`,
  segments: `An agenda has at most ${limits.segments} parts.`,
  policy: (value: string, allowed: readonly string[] = revealPolicies) =>
    `“${brief(value)}” is no way in which notes show here. It can be ${oneOf(allowed)}.`,
  ask: `It can ask for ${oneOf(checkInRounds.filter((round) => round !== 'none'))}, in a check-in.`,
  rounds: 'There are as many rounds as lenses, or fewer.',
  prompt: `A prompt has a name of at most ${limits.nameChars} characters and a question of at most ${limits.questionChars}.`,
  prompts: `A part has at most ${limits.segmentPrompts} prompts.`,
  noPrompts: 'Only gather, wins and close ask by prompts.',
  lens: (name: string) => `There is no lens “${brief(name)}”.`,
  lenses: `A part has at most ${limits.segmentLenses} lenses.`,
  noLenses: 'Only gather asks by lenses.',
  lensTwice: (name: string) => `“${brief(name)}” is there already.`,
  either: 'A part asks by lenses or by prompts; this one has both, so the prompts were left out.',
  preRead: `A pre-read has a title of at most ${limits.titleChars} characters and may have an address that begins with https://.`,
  preReads: `A part has at most ${limits.segmentPreReads} pre-reads.`,
  text: (most: number) => `The text has more than ${most} characters. What is too long was left out.`,
  ownLenses: `There are at most ${limits.ownLenses} lenses of your own.`,
  lensId: 'An id is made of small letters, digits, - and _, and is not that of another lens.',
  letter: 'A lens has one letter or digit.',
  icon: 'An icon is named by small letters and hyphens.',
  lensName: `A lens has a name of at most ${limits.nameChars} characters.`,
  lensNameTaken: 'There is a lens of that name already. This one was left out.',
  lensQuestions: `A lens has three questions of at most ${limits.questionChars} characters. This one was left out.`,
} as const;

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function brief(found: string): string {
  return found.length > 40 ? `${found.slice(0, 40)}…` : found;
}
