/** One lens of a team's own in a Markdown agenda. What is not said is made up, but for its questions. */
import { ownLensSchema, type OwnLens } from '#protocol/agenda.ts';
import { idPattern, type LensId } from '#protocol/ids.ts';
import { lineSchema } from '#protocol/lines.ts';
import { limits } from '#protocol/limits.ts';
import { letterOf } from '../../lenses/letter-of.ts';
import { slug } from '../../record/exports/file-name.ts';
import { unescapeText } from './escaping.ts';
import type { Field } from './lines.ts';
import { problems, type AgendaProblem } from './problems.ts';

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
    this.#name = unescapeText(raw);
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

  /** Null where something is missing that nobody can make up. `isFree` says whether nobody has the id. */
  done(isFree: (id: LensId) => boolean): OwnLens | null {
    const id = this.#id?.text ?? (slug(this.#name).slice(0, 32) || `lens-${this.#line}`);
    if (!idPattern.test(id) || !isFree(id)) {
      this.#report(this.#id?.line ?? this.#line, problems.lensId);
      return null;
    }
    const read = ownLensSchema.safeParse({
      ...{ id, name: this.#name, letter: this.#letter, icon: this.#icon },
      questions: this.#questions,
    });
    if (read.success) return read.data;
    const isName = read.error.issues.some(({ path }) => path[0] === 'name');
    this.#report(this.#line, isName ? problems.lensName : problems.lensQuestions);
    return null;
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

  #report(line: number, sentence: string): void {
    this.#problems.push({ line, sentence });
  }
}
