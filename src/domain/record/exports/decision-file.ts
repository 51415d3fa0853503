/** One decision as an architecture decision record in the shape of MADR 4.0: its headings, in its order. */
import type { RecordedDecision, RoomRecord } from '../room-record.ts';
import { heading, list, paragraph, prose, writeBlocks, type Block } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { frontMatter } from './front-matter.ts';
import { oneLine } from './one-line.ts';
import { fistLine } from './outcome-sections.ts';
import { labelled, linesOf, words } from './phrases.ts';

/** `superseding` is the name of the file of the decision that stands instead, where it is one of these. */
export function decisionFile(
  decision: RecordedDecision,
  record: RoomRecord,
  superseding: string | null,
): string {
  const head = frontMatter({
    status: statusOf(decision, superseding),
    date: { day: dateOf(record) },
    'decision-makers': record.people,
    consulted: [],
    informed: [],
  });
  return `${head}\n${writeBlocks(bodyOf(decision), '*')}`;
}

function statusOf({ status, supersededBy }: RecordedDecision, superseding: string | null): string {
  if (status !== 'superseded') return status;
  const by = superseding ?? supersededBy;
  return by === null ? 'superseded' : `superseded by ${words(by)}`;
}

function bodyOf(decision: RecordedDecision): Block[] {
  return [
    heading(1, decisionTitle(decision)),
    heading(2, 'Context and Problem Statement'),
    ...orNothing(context(decision)),
    heading(2, 'Considered Options'),
    ...list(considered(decision)),
    heading(2, 'Decision Outcome'),
    paragraph(outcomeSentence(decision)),
    ...consequences(decision),
    ...titled(3, 'Confirmation', prose(decision.confirmation)),
    ...titled(2, 'Pros and Cons of the Options', decision.options.flatMap(prosAndCons)),
    ...titled(2, 'More Information', more(decision)),
  ];
}

/** What was decided, in its own words. */
export function decisionTitle({ text, topic }: RecordedDecision): string {
  return words(text, words(topic ?? '', 'Untitled decision'));
}

function context({ topic, context }: RecordedDecision): Block[] {
  return [...labelled('Topic', topic).map(paragraph), ...prose(context)];
}

/** What was chosen is one of them, even where nobody listed it. */
function considered({ text, options }: RecordedDecision): string[] {
  const titles = options.map(({ title }) => words(title));
  return titles.includes(words(text)) ? titles : [words(text), ...titles];
}

/** The reason is what comes first of: what made it necessary, how it will be seen to work, what speaks against others. */
function outcomeSentence({ text, context, confirmation, rejected }: RecordedDecision): string {
  const chosen = `Chosen option: "${words(text)}"`;
  const reason = [context, confirmation, rejected].map(oneLine).find((line) => line !== '');
  return reason === undefined ? `${chosen}.` : `${chosen}, because ${reason}`;
}

function consequences({ risks }: RecordedDecision): Block[] {
  return titled(3, 'Consequences', list(linesOf(risks).map((risk) => `Bad, because ${risk}`)));
}

function prosAndCons({ title, good, bad }: RecordedDecision['options'][number]): Block[] {
  const lines = [
    ...linesOf(good).map((line) => `Good, because ${line}`),
    ...linesOf(bad).map((line) => `Bad, because ${line}`),
  ];
  return lines.length === 0 ? [] : [heading(3, words(title)), ...list(lines)];
}

function more(decision: RecordedDecision): Block[] {
  return [
    ...titled(3, 'Rejected, and why', prose(decision.rejected)),
    ...list([...labelled('Revisit on', decision.revisit), ...fistLine(decision)]),
  ];
}

function titled(depth: 2 | 3, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(depth, title), ...blocks];
}

function orNothing(blocks: readonly Block[]): readonly Block[] {
  return blocks.length > 0 ? blocks : [paragraph('Nothing was written down.')];
}
