/** Words of an agenda as Markdown, in a room: for those who change it, so that nobody else waits for them. */
import { sentenceList } from './dates.ts';

export const agendaMarkdown = {
  heading: 'As Markdown',
  hint: 'Copy it, edit it anywhere, and paste it back here.',
  label: 'Agenda as Markdown',
  copy: 'Copy',
  use: 'Use this agenda',
  unused: 'What you wrote here is not used yet.',
  inTab: 'This tab keeps it, also when you reload.',
  since: (changed: readonly string[]) =>
    `The agenda has changed since you began to write: ${sentenceList(changed)}. Yours would take that back.`,
  mine: 'Use mine all the same',
  now: 'The agenda as it is now',
  order: 'the order of the parts',
  used: 'The agenda is as written.',
  restUsed: (lines: number) =>
    `The agenda is replaced, without ${lines === 1 ? '1 line' : `${lines} lines`} that could not be read.`,
  would: (gone: readonly string[], come: readonly string[]) =>
    `The rest would replace ${gone.length === 0 ? 'nothing' : sentenceList(gone)} with ${sentenceList(come)}.`,
  rest: 'Use the rest',
  keep: 'Keep editing',
  none: 'There is no part in it that could be read.',
  line: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  problems: 'Not everything could be read.',
  begun: 'What has begun stays in front, whatever is written here.',
} as const;
