/** An agenda as Markdown, exactly as `readAgenda` reads it back. What goes without saying is left out. */
import type { AgendaSegment, OwnLens, PreReadDraft } from '#protocol/agenda.ts';
import type { Agenda } from '../agenda.ts';
import { usualPolicy, usualRounds, usualTitles } from '../usual.ts';
import { nameOfLens } from './lens-named.ts';
import { escapeLine, escapeName, escapeText } from './escaping.ts';

/** Line feeds only, one at the end. */
export function writeAgenda({ title, segments, buffer, lenses }: Agenda): string {
  const blocks = [
    title === '' ? [] : [`# ${escapeLine(title)}`],
    [
      ...segments.flatMap((segment) => segmentLines(segment, lenses)),
      ...(buffer > 0 ? [`- ${buffer}m buffer`] : []),
    ],
    lenses.flatMap(lensLines),
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

function segmentLines(segment: AgendaSegment, own: readonly OwnLens[]): string[] {
  const { activity, title, question, minutes, policy, lenses, rounds, checkIn } = segment;
  return [
    `- ${minutes}m ${activity}${question === '' ? '' : `: ${escapeText(question)}`}`,
    ...(title === usualTitles[activity] ? [] : [below('title', escapeText(title))]),
    ...(policy === usualPolicy(activity) ? [] : [below('policy', policy)]),
    ...(checkIn === 'none' ? [] : [below('ask', checkIn)]),
    ...(lenses.length === 0
      ? []
      : [below('lenses', lenses.map((id) => escapeText(nameOfLens(id, own))).join(', '))]),
    ...(rounds === usualRounds(segment) ? [] : [below('rounds', String(rounds))]),
    ...segment.prompts.map((prompt) => below('prompt', pair(prompt.name, escapeText(prompt.question)))),
    ...segment.preReads.flatMap(preReadLines),
    ...noteLines(segment.notes),
  ];
}

function preReadLines({ title, link, text }: PreReadDraft): string[] {
  return [below('pre-read', pair(title, escapeText(link))), ...quotation(text)];
}

/** On one line where they are one. */
function noteLines(notes: string): string[] {
  if (notes === '') return [];
  const isLine = !notes.includes('\n') && notes === notes.trim();
  return isLine ? [below('notes', escapeText(notes))] : ['  - notes:', ...quotation(notes)];
}

function lensLines({ id, name, letter, icon, questions }: OwnLens): string[] {
  return [
    `- lens: ${escapeText(name)}`,
    below('id', id),
    below('letter', letter),
    below('icon', icon),
    ...questions.map((question) => below('question', escapeText(question))),
  ];
}

function below(key: string, value: string): string {
  return `  - ${key}: ${value}`;
}

function pair(name: string, rest: string): string {
  return rest === '' ? escapeName(name) : `${escapeName(name)}: ${rest}`;
}

function quotation(text: string): string[] {
  if (text === '') return [];
  return text.split('\n').map((line) => `    > ${escapeLine(line)}`.trimEnd());
}
