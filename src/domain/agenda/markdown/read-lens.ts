/** One lens of a team's own in a Markdown agenda. What is not said is made up, but for its questions. */
import { ownLensSchema, type OwnLens } from '#protocol/agenda.ts';
import { idPattern } from '#protocol/ids.ts';
import { lineSchema } from '#protocol/lines.ts';
import { limits } from '#protocol/limits.ts';
import { hasName } from '../../lenses/has-name.ts';
import { letterOf } from '../../lenses/letter-of.ts';
import { slug } from '../../record/exports/file-name.ts';
import { unescapeText } from './escaping.ts';
import type { Field } from './lines.ts';
import { problems, type AgendaProblem } from './problems.ts';

const nameLine = lineSchema(limits.nameChars);
const question = lineSchema(limits.questionChars);
const plainIcon = 'eye';

export class LensReading {
  readonly #line: number;
  readonly #name: string;
  readonly #problems: AgendaProblem[];
  readonly #questions: string[] = [];
  #id: { readonly line: number; readonly text: string } | null = null;
  #letter: string;
  #icon = plainIcon;

  constructor(raw: string, line: number, found: AgendaProblem[]) {
    const written = unescapeText(raw);
    const read = nameLine.safeParse(written);
    this.#name = read.success ? read.data : written;
    this.#line = line;
    this.#problems = found;
    this.#letter = letterOf(this.#name) || 'X';
  }

  field({ key, name, value }: Field, line: number): void {
    const read = this.#fields[key];
    if (read) read(value, line);
    else this.#report(line, problems.lensField(name));
  }

  quote(_raw: string, line: number): void {
    this.#report(line, problems.quotation);
  }

  /** Null where something is missing that nobody can make up, or it could be taken for one of the others. */
  done(others: readonly Pick<OwnLens, 'id' | 'name'>[]): OwnLens | null {
    if (hasName(others, this.#name)) return this.#leaveOut(this.#line, problems.lensNameTaken);
    const id = this.#id?.text ?? (slug(this.#name).slice(0, 32) || `lens-${this.#line}`);
    const isFree = !others.some((lens) => lens.id === id);
    if (!idPattern.test(id) || !isFree) return this.#leaveOut(this.#id?.line ?? this.#line, problems.lensId);
    const read = ownLensSchema.safeParse({
      ...{ id, name: this.#name, letter: this.#letter, icon: this.#icon },
      questions: this.#questions,
    });
    if (read.success) return read.data;
    const isName = read.error.issues.some(({ path }) => path[0] === 'name');
    return this.#leaveOut(this.#line, isName ? problems.lensName : problems.lensQuestions);
  }

  readonly #fields: Readonly<Record<string, (value: string, line: number) => void>> = {
    id: (text, line) => (this.#id = { line, text }),
    letter: (value, line) => {
      if (/^[\p{L}\p{N}]$/u.test(value)) this.#letter = value;
      else this.#report(line, problems.letter);
    },
    icon: (value, line) => {
      if (/^[a-z0-9-]{1,32}$/.test(value)) this.#icon = value;
      else this.#report(line, problems.icon);
    },
    question: (value, line) => {
      const read = question.safeParse(unescapeText(value));
      if (read.success) this.#questions.push(read.data);
      else this.#report(line, problems.question);
    },
  };

  #leaveOut(line: number, sentence: string): null {
    this.#report(line, sentence);
    return null;
  }

  #report(line: number, sentence: string): void {
    this.#problems.push({ line, sentence });
  }
}
