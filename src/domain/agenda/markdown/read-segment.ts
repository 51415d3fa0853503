/** One segment of a Markdown agenda, from its line and those below it. */
import {
  checkInRounds,
  preReadDraftSchema,
  promptDraftSchema,
  revealPolicies,
  type AgendaSegment,
  type CheckInRound,
  type PreReadDraft,
  type PromptDraft,
  type RevealPolicy,
} from '#protocol/agenda.ts';
import { lineSchema } from '#protocol/lines.ts';
import { limits } from '#protocol/limits.ts';
import type { LensId } from '#protocol/ids.ts';
import { policiesOf, withActivity } from '../rules.ts';
import { isThanks, type Activity } from '../segment.ts';
import { usualPolicy, usualRounds, usualTitles } from '../usual.ts';
import { splitAtColon, unescapeText } from './escaping.ts';
import type { Field } from './lines.ts';
import { LongText } from './long-text.ts';
import { problems, type AgendaProblem } from './problems.ts';

const title = lineSchema(limits.titleChars);
const question = lineSchema(limits.questionChars);

export class SegmentReading {
  readonly #activity: Activity;
  readonly #minutes: number;
  readonly #problems: AgendaProblem[];
  readonly #prompts: PromptDraft[] = [];
  readonly #preReads: { readonly draft: PreReadDraft; readonly words: LongText }[] = [];
  readonly #lenses: { readonly line: number; readonly name: string }[] = [];
  readonly #notes = new LongText(limits.facilitatorNoteChars);
  #title: string;
  #question = '';
  #policy: RevealPolicy;
  #checkIn: CheckInRound = 'none';
  #rounds: { readonly line: number; readonly count: number } | null = null;
  /** Where lines of a quotation go. */
  #words: LongText | null = null;

  constructor(activity: Activity, minutes: number, found: AgendaProblem[]) {
    this.#activity = activity;
    this.#minutes = minutes;
    this.#problems = found;
    this.#title = usualTitles[activity];
    this.#policy = usualPolicy(activity);
  }

  ask(raw: string, line: number): void {
    if (raw === '') return;
    const read = question.safeParse(unescapeText(raw));
    if (read.success) this.#question = read.data;
    else this.#report(line, problems.question);
  }

  field({ key, name, value }: Field, line: number): void {
    this.#words = null;
    const read = this.#fields[key];
    if (read) read(value, line);
    else this.#report(line, problems.field(name));
  }

  quote(raw: string, line: number): void {
    const words = this.#words;
    if (!words) return this.#report(line, problems.quotation);
    if (words.add(unescapeText(raw))) return;
    const isNotes = words === this.#notes;
    this.#report(line, problems.text(isNotes ? limits.facilitatorNoteChars : limits.preReadChars));
    this.#words = new LongText(Infinity);
  }

  /** `lensNamed` finds a lens by what it is called, or null. */
  done(lensNamed: (name: string) => LensId | null): AgendaSegment {
    const lenses = this.#namedLenses(lensNamed);
    const isBoth = lenses.length > 0 && this.#prompts.length > 0;
    const read: AgendaSegment = {
      activity: this.#activity,
      title: this.#title,
      question: this.#question,
      minutes: this.#minutes,
      policy: this.#policy,
      lenses,
      rounds: this.#roundsFor(lenses),
      prompts: isBoth ? [] : this.#prompts,
      preReads: this.#preReads.map(({ draft, words }) => ({ ...draft, text: words.text })),
      checkIn: this.#checkIn,
      notes: this.#notes.text,
    };
    if (isBoth) this.#report(this.#lenses[0]?.line ?? 0, problems.either);
    return withActivity(read, this.#activity);
  }

  readonly #fields: Readonly<Record<string, (value: string, line: number) => void>> = {
    title: (value, line) => {
      const read = title.safeParse(unescapeText(value));
      if (read.success) this.#title = read.data;
      else this.#report(line, problems.title);
    },
    policy: (value, line) => {
      const allowed = policiesOf(this.#activity);
      const policy = revealPolicies.find((known) => known === value.toLowerCase());
      if (policy && allowed.includes(policy)) this.#policy = policy;
      else this.#report(line, problems.policy(value, allowed));
    },
    ask: (value, line) => {
      const round = checkInRounds.find((known) => known === value.toLowerCase());
      if (round && this.#activity === 'check-in') this.#checkIn = round;
      else this.#report(line, problems.ask);
    },
    lens: (value, line) => this.#addLenses(value, line),
    lenses: (value, line) => this.#addLenses(value, line),
    round: (value, line) => this.#setRounds(value, line),
    rounds: (value, line) => this.#setRounds(value, line),
    prompt: (value, line) => this.#addPrompt(value, line),
    preread: (value, line) => this.#addPreRead(value, line),
    note: (value, line) => this.#addNote(value, line),
    notes: (value, line) => this.#addNote(value, line),
  };

  #addLenses(value: string, line: number): void {
    if (this.#activity !== 'gather') return this.#report(line, problems.noLenses);
    for (const name of value.split(',')) {
      if (name.trim() !== '') this.#lenses.push({ line, name: unescapeText(name.trim()) });
    }
  }

  #setRounds(value: string, line: number): void {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1) this.#rounds = { line, count };
    else this.#report(line, problems.rounds);
  }

  #addPrompt(value: string, line: number): void {
    if (this.#activity !== 'gather' && !isThanks({ activity: this.#activity }))
      return this.#report(line, problems.noPrompts);
    if (this.#prompts.length === limits.segmentPrompts) return this.#report(line, problems.prompts);
    const { name, rest } = splitAtColon(value) ?? { name: value, rest: '' };
    const read = promptDraftSchema.safeParse({ name: unescapeText(name), question: unescapeText(rest) });
    if (read.success) this.#prompts.push(read.data);
    else this.#report(line, problems.prompt);
  }

  #addPreRead(value: string, line: number): void {
    const words = new LongText(limits.preReadChars);
    this.#words = words;
    if (this.#preReads.length === limits.segmentPreReads) return this.#report(line, problems.preReads);
    const { name, rest } = splitAtColon(value) ?? withoutTitle(value);
    const read = preReadDraftSchema.safeParse({
      title: unescapeText(name),
      link: unescapeText(rest),
      text: '',
    });
    if (read.success) this.#preReads.push({ draft: read.data, words });
    else this.#report(line, problems.preRead);
  }

  #addNote(value: string, line: number): void {
    this.#words = this.#notes;
    if (value !== '') this.quote(value, line);
  }

  #namedLenses(lensNamed: (name: string) => LensId | null): LensId[] {
    const lenses: LensId[] = [];
    for (const { line, name } of this.#lenses) {
      const lens = lensNamed(name);
      if (lens === null) this.#report(line, problems.lens(name));
      else if (lenses.includes(lens)) this.#report(line, problems.lensTwice(name));
      else if (lenses.length === limits.segmentLenses) this.#report(line, problems.lenses);
      else lenses.push(lens);
    }
    return lenses;
  }

  #roundsFor(lenses: readonly LensId[]): number {
    const usual = usualRounds({ lenses });
    if (!this.#rounds) return usual;
    if (this.#rounds.count > usual) this.#report(this.#rounds.line, problems.rounds);
    return Math.min(this.#rounds.count, usual);
  }

  #report(line: number, sentence: string): void {
    this.#problems.push({ line, sentence });
  }
}

/** An address by itself is its own title. */
function withoutTitle(value: string): { name: string; rest: string } {
  const isLink = /^(https?:\/\/|mailto:)\S+$/iu.test(value);
  return isLink ? { name: value.slice(0, limits.titleChars), rest: value } : { name: value, rest: '' };
}
