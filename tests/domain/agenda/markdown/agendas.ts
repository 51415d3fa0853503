/** Random agendas: everything that a room could have, with words that would like to be structure. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  agendaSegmentSchema,
  ownLensSchema,
  type AgendaSegment,
  type OwnLens,
} from '../../../../src/protocol/agenda.ts';
import { lineSchema } from '../../../../src/protocol/lines.ts';
import { limits } from '../../../../src/protocol/limits.ts';
import type { Agenda } from '../../../../src/domain/agenda/agenda.ts';
import type { AgendaFound } from '../../../../src/domain/agenda/markdown/read-agenda.ts';
import { checkSettings, policiesOf } from '../../../../src/domain/agenda/rules.ts';
import { activities, isThanks } from '../../../../src/domain/agenda/segment.ts';
import { lenses as catalogue } from '../../../../src/domain/lenses/catalogue.ts';
import { hasName } from '../../../../src/domain/lenses/has-name.ts';

/** Signs that mean something in Markdown or here, between spaces. */
const signs =
  '\\ \\\\ ` ``` * ** _ ~~~ # ## > - + 1. : :: \\: < <b> <!-- </div> & &#x20; &#10; &amp; [a](b) ![ ] | --- === $ ^ { % @x " \' 0 9';
const lines =
  '# Title,> quoted,- ,* ,2) ,- 8m wins: x,8m buffer,policy: open,prompt: a: b,lens: x,: ,  - title: x,\u00a0,\u3000';
const words = 'https://a.example/b_c mailto:a@b.example \u202e \u200fשלום 👩‍👩‍👧 é e\u0301 ё \u200b _a_ a_b word';
const hostileParts = [...signs.split(' '), ...lines.split(','), ...words.split(' '), 'x '.repeat(60)];
const brokenParts = [
  '\n',
  '\r',
  '\t',
  '\0',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\ud800',
  '\r\n',
  '\n\n',
  '\n- 3m close',
  ' ',
];

export interface Words {
  /** One line as people type it, before it is cleaned. */
  readonly line: fc.Arbitrary<string>;
  readonly text: fc.Arbitrary<string>;
}

export const plainWords: Words = {
  line: fc.string({ unit: 'binary', maxLength: 10 }),
  text: fc.string({ unit: 'binary', maxLength: 20 }),
};
export const hostileWords: Words = {
  line: joined([...hostileParts, ...brokenParts]),
  text: joined([...hostileParts, ...brokenParts, '\n', '\n']),
};

function joined(parts: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { maxLength: 5 }).map((found) => found.join(''));
}

/** As the server takes it in. */
function cleanLine({ line }: Words, max: number): fc.Arbitrary<string> {
  const schema = lineSchema(max);
  return line.map((raw) => {
    const read = schema.safeParse(raw.slice(0, max));
    return read.success ? read.data : 'x';
  });
}

/** Objects as everybody else makes them. */
function plainRecord<T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

const orNothing = (line: fc.Arbitrary<string>) => fc.oneof(line, fc.constant(''));
const id = fc.stringMatching(/^[a-z0-9_-]{1,32}$/);
const letter = fc.constantFrom('A', 'z', '7', 'ß', 'ж', '字', '𝔛');
const icon = fc.stringMatching(/^[a-z0-9-]{1,32}$/);
const link = fc.constantFrom(
  'https://a.example/b_c(d)[e]?f=*g*&h#i',
  'HTTP://x',
  'mailto:a@b',
  'https://a:8/<b>`\\',
);

export function agendas(words: Words): fc.Arbitrary<Agenda> {
  return ownLenses(words).chain((lenses) =>
    plainRecord({
      title: cleanLine(words, limits.titleChars),
      segments: fc.array(segments(words, lenses), { minLength: 1, maxLength: 3 }),
      buffer: fc.integer({ min: 0, max: 180 }),
      lenses: fc.constant(lenses),
    }),
  );
}

function ownLenses(words: Words): fc.Arbitrary<OwnLens[]> {
  const question = cleanLine(words, limits.questionChars);
  const lens = plainRecord({
    id: id.filter((chosen) => !catalogue.some((known) => known.id === chosen)),
    name: cleanLine(words, limits.nameChars),
    letter,
    icon,
    questions: fc.tuple(question, question, question),
  });
  return fc.uniqueArray(lens, { selector: (one) => one.id, maxLength: 2 }).filter(haveOwnNames);
}

function segments(words: Words, own: readonly OwnLens[]): fc.Arbitrary<AgendaSegment> {
  const known = [...own, ...catalogue].map((lens) => lens.id);
  const line = (max: number) => cleanLine(words, max);
  const prompt = plainRecord({
    name: line(limits.nameChars),
    question: orNothing(line(limits.questionChars)),
  });
  const preRead = plainRecord({
    title: line(limits.titleChars),
    link: orNothing(link),
    text: words.text,
  });
  const asked = {
    lenses: fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 5 }),
    prompts: fc.array(prompt, { minLength: 1, maxLength: 3 }),
  };
  return fc
    .record({
      activity: fc.constantFrom(...activities),
      title: line(limits.titleChars),
      isUsual: fc.boolean(),
      question: orNothing(line(limits.questionChars)),
      minutes: fc.integer({ min: 1, max: 180 }),
      pick: fc.nat(10),
      ...asked,
      byLens: fc.boolean(),
      preReads: fc.array(preRead, { maxLength: 2 }),
      checkIn: fc.constantFrom('none' as const, 'word' as const, 'sentence' as const),
      notes: fc.oneof(words.text, fc.constant('')),
    })
    .map(({ activity, pick, byLens, lenses, prompts, checkIn, isUsual: _, ...rest }) => {
      const policies = policiesOf(activity);
      const asksBy = activity !== 'gather' ? 'nothing' : byLens ? 'lenses' : 'prompts';
      const chosen = asksBy === 'lenses' ? lenses : [];
      return {
        ...rest,
        activity,
        policy: policies[pick % policies.length] ?? 'none',
        lenses: chosen,
        rounds: 1 + (pick % Math.max(1, chosen.length)),
        prompts: asksBy === 'prompts' || (isThanks({ activity }) && byLens) ? prompts : [],
        checkIn: activity === 'check-in' ? checkIn : 'none',
      };
    });
}

function haveOwnNames(lenses: readonly OwnLens[]): boolean {
  return lenses.every(({ name }, i) => !hasName([...catalogue, ...lenses.slice(0, i)], name));
}

/** What every agenda here has to be, however it came about. */
export function isValid({ segments, lenses }: Agenda): boolean {
  const isLens = (lens: string) => [...lenses, ...catalogue].some((known) => known.id === lens);
  return (
    segments.every(
      (segment) => agendaSegmentSchema.safeParse(segment).success && checkSettings(segment, isLens).ok,
    ) &&
    lenses.every((lens) => ownLensSchema.safeParse(lens).success) &&
    haveOwnNames(lenses)
  );
}

/** Compared in the fast way first: this is asked some ten thousand times. */
export function expectBack(agenda: Agenda, found: AgendaFound): void {
  const expected = { agenda, problems: [] };
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}
