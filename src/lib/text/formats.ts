/** Words of the page on which a format is chosen. */
import { limits } from '#protocol/limits.ts';
import { minutesInWords, sentenceList } from './dates.ts';

const outside = (minutes: number) =>
  `As written it takes ${minutesInWords(minutes)}; a meeting takes ${limits.minutesMin} to ${limits.minutesMax}.`;

export const formats = {
  pageTitle: (name: string | null) => (name === null ? 'Formats · Hearth' : `${name} · Formats · Hearth`),
  title: 'Formats',
  hint: 'Ready agendas for different occasions. Choose one to see its plan, and start a room with it.',
  toStart: 'To the start',
  all: 'All formats',
  minutes: (count: number) => `${count} min`,
  parts: (count: number) => (count === 1 ? '1 part' : `${count} parts`),

  asks: 'What it asks',
  note: 'Good to know',
  plan: 'The plan',
  time: 'Time',
  unit: 'min',
  timeHint: 'The plan follows at once.',
  stretched: (written: number, minutes: number) => `${outside(written)} Here it is stretched to ${minutes}.`,
  shortened: (written: number, minutes: number) => `${outside(written)} Here it is shortened to ${minutes}.`,
  leftOut: (titles: readonly string[]) =>
    `Left out in so short a meeting: ${sentenceList(titles.map((title) => `“${title}”`))}.`,
  fewerRounds: (rounds: number, lenses: number) =>
    `${rounds === 1 ? '1 round' : `${rounds} rounds`} for ${lenses} lenses, held side by side.`,
  rounds: (rounds: number) => (rounds === 1 ? '1 round.' : `${rounds} rounds, one for each lens.`),
  fitsNot: 'This plan does not fit into so little time. Choose more minutes.',
  buffer: 'Buffer',
  bufferHint: 'Pays first when something takes longer.',
  preReads: (titles: readonly string[]) => `To read: ${sentenceList(titles)}.`,
  lenses: 'What the lenses ask',
  start: 'Start a room with it',

  along: 'Take it along',
  copy: 'Copy as Markdown',
  file: 'Save as a file',
  saved: (file: string) => `${file} is saved.`,

  own: 'Your own',
  ownName: (name: string) => `${name}, your own`,
  ownHint: 'Kept in this browser. As files they can be given to others.',
  ownNone: 'Save an agenda under a name, or bring one as Markdown.',
  load: 'Load a file',
  paste: 'Paste Markdown',
  unused: 'What you wrote here is not kept yet.',
  inTab: 'This tab has it, also when you reload.',
  again: 'Start again',
  asKept: 'Show it as it is kept',
  fileInstead: 'The file stands in the place of what you had written.',
  tooLarge: 'This file is larger than any agenda can be.',
  unreadable: 'This browser could not read the file.',

  markdown: 'Agenda as Markdown',
  example:
    '# Sprint 42\n\n- 8m wins: Whom do we thank?\n- 10m gather: What did we see?\n  - prompt: Start\n- 5m close',
  nothing: 'Nothing in it could be read as a part. A part looks like “- 8m wins: Whom do we thank?”.',
  problems: 'Not every line could be read. The rest is in the plan.',
  line: (line: number, sentence: string) => `Line ${line}: ${sentence}`,

  keep: 'Keep it in this browser',
  keepAs: 'Under the name',
  name: 'Name',
  kept: (name: string) => `${name} is among your own formats.`,
  change: 'Change it as Markdown',
  keepChange: 'Keep the change',
  changed: 'The change is kept.',
  renamed: (name: string) => `It is called ${name} now.`,
  keptNot: 'This browser keeps nothing. Save it as a file instead.',
  nameTaken: 'You have a format of this name already.',
  replace: 'Replace it',
  nameMissing: 'Give it a name.',
  rename: 'Rename',
  deleteThis: 'Delete',
  delete: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `${name} is deleted.`,
  unknown: 'There is no format at this address.',
  gone: 'This browser does not have this format any more.',
} as const;
