/** Every field of the record, found by a reader that is not ours under the heading where people look for it. */
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { githubMarkdown } from '../../../../src/domain/record/exports/github.ts';
import { recordMarkdown } from '../../../../src/domain/record/exports/markdown.ts';
import { closedMeeting } from '../../../support/whole-meeting.ts';

const record = closedMeeting()
  .write('headlines', 'need', { text: 'A second build machine' })
  .write('outcomes', 't3', { risks: 'We lose a day a week' })
  .note('w2', 'wins', 'Thanks for the coffee')
  .sign('w2', 'seat-di')
  .record();

interface Line {
  /** Lists that it stands in; 0 for a paragraph or a heading. */
  readonly depth: number;
  readonly text: string;
}

/** What stands under each heading of the second level. */
function sectionsOf(markdown: string): ReadonlyMap<string, readonly Line[]> {
  const sections = new Map<string, Line[]>();
  const [, body = ''] = /^---\n.*?\n---\n(.*)$/s.exec(markdown) ?? [];
  let [depth, tag, lines] = [0, '', [] as Line[]];
  for (const token of new MarkdownIt().parse(body, {})) {
    if (token.type === 'bullet_list_open') depth++;
    if (token.type === 'bullet_list_close') depth--;
    if (token.type.endsWith('_open')) tag = token.tag;
    if (token.type !== 'inline') continue;
    const text = (token.children ?? []).map(({ content }) => content).join('');
    if (tag === 'h2') sections.set(text, (lines = []));
    else lines.push({ depth, text });
  }
  return sections;
}

/** Items of the first level, each with what stands beneath it. */
function itemsOf(lines: readonly Line[]): string[][] {
  const items: string[][] = [];
  for (const { depth, text } of lines)
    if (depth === 1) items.push([text]);
    else items.at(-1)?.push(text);
  return items;
}

const oneLine = (words: string) => words.replaceAll('\n', ' ');
/** Nothing where there are no words. */
const labelled = (label: string, words: string | null) => (words ? [`${label}: ${oneLine(words)}`] : []);
const signed = (name: string | null) => (name === null ? [] : [`Signed by ${name}`]);

describe.each([
  ['record.md', recordMarkdown(record)],
  // The zero-width space after a sign that would call somebody is not a word.
  ['record.github.md', githubMarkdown(record).replaceAll('\u200b', '')],
])('%s has every field', (_, markdown) => {
  const sections = sectionsOf(markdown);
  const under = (heading: string) => sections.get(heading) ?? [];

  it('of the three lines for others', () => {
    expect(itemsOf(under('Outcome')).flat()).toEqual([
      `What changes for users: ${record.headlines.users}`,
      `What it costs: ${record.headlines.cost}`,
      `What we need: ${record.headlines.need}`,
    ]);
  });

  it('of decisions', () => {
    expect(itemsOf(under('Decisions'))).toEqual(
      record.decisions.map((one) => [
        one.text,
        ...labelled('Topic', one.topic),
        ...labelled('Status', one.supersededBy && `superseded by ${one.supersededBy}`),
        ...labelled('Context', one.context),
        ...one.options.map(({ title, good, bad }) => {
          const sides = [...labelled('good', good), ...labelled('bad', bad)].join('; ');
          return `Option: ${title} (${sides})`;
        }),
        ...labelled('Rejected, and why', one.rejected),
        ...labelled('Risks we accept', one.risks),
        ...labelled('How we will know', one.confirmation),
        ...labelled('Revisit on', one.revisit),
        ...labelled(
          'Fist of five (0-5, 5 best)',
          (one.fist ?? [])
            .flatMap(({ choice, count }) => (count > 0 ? [`${count} × ${choice}`] : []))
            .join(', '),
        ),
      ]),
    );
  });

  it('of actions', () => {
    const needs = ['', 'needs a date and its owner’s word', 'needs an owner', 'needs its owner’s word'];
    expect(itemsOf(under('Actions'))).toEqual(
      record.actions.map((one, at) => {
        const facts = [...labelled('owner', one.owner), needs[at]].filter((fact) => fact !== '').join('; ');
        return [
          `[ ] ${one.title} (${facts})${one.due ? ` 📅 ${one.due}` : ''}`,
          ...labelled('How we will see it', one.check),
          ...labelled('Note to my future self', one.toSelf),
          ...labelled('Note to a teammate', one.toTeammate),
        ];
      }),
    );
  });

  it('of spikes', () => {
    expect(itemsOf(under('Spikes'))).toEqual(
      record.spikes.map((one) => [
        one.question,
        ...labelled('Topic', one.topic),
        ...labelled('Owner', one.owner),
        ...labelled('Ends on', one.ends),
        ...labelled('Evidence that would settle it', one.evidence),
        ...labelled('Reconvene on', one.reconvene),
      ]),
    );
  });

  it('of escalations', () => {
    expect(itemsOf(under('Escalations'))).toEqual(
      record.escalations.map((one) => [
        one.needed,
        ...labelled('Topic', one.topic),
        ...labelled('Needed by', one.by),
        ...labelled('From', one.whom),
        ...one.positions.map(
          ({ holder, text, confirmed }) =>
            `Position of ${holder}, ${confirmed ? 'confirmed' : 'not confirmed'}: ${text}`,
        ),
        ...labelled('Risks, also of not deciding', one.risks),
        ...labelled('What was tried', one.tried),
        ...labelled('Without an answer', one.fallback),
      ]),
    );
  });

  it('of what was let go, and of wins', () => {
    expect(itemsOf(under('Let go'))).toEqual(
      record.letGo.map(({ topic, why }) => [topic, ...labelled('Why', why)]),
    );
    expect(itemsOf(under('Wins'))).toEqual(
      record.wins.map(({ text, signedBy }) => [oneLine(text), ...signed(signedBy)]),
    );
  });

  it('of topics', () => {
    const facts = [
      '6 votes, place 1. Opened. Left as a decision.',
      '2 votes, tied for place 2. Opened. Left as a spike.',
      '2 votes, tied for place 2. Opened. Left as an escalation.',
      '0 votes, place 4. Never opened. Let go.',
    ];
    expect(under('Topics').map(({ text }) => text)).toEqual(
      record.topics.flatMap((one, at) => [
        one.title,
        facts[at],
        ...one.merged.map((title) => `Merged in: ${title}`),
        ...one.minutes.split('\n').filter((line) => line !== ''),
        ...one.notes.flatMap(({ text, signedBy }) => [oneLine(text), ...signed(signedBy)]),
      ]),
    );
  });
});

it('there is something in the record for each of these sections', () => {
  const { decisions, actions, spikes, escalations, letGo, wins, topics } = record;
  for (const section of [decisions, actions, spikes, escalations, letGo, wins, topics])
    expect(section).not.toEqual([]);
});

it('says what thumbs meant in the words of the screens, and keeps the number of a step', () => {
  const texts = [...sectionsOf(recordMarkdown(record)).values()].flat().map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['Move on', 'Either way', 'Keep talking', '3: Worth the time']),
  );
  expect(texts.filter((text) => /^(Scale: )?(down|side|up)[:,]/.test(text))).toEqual([]);
});
