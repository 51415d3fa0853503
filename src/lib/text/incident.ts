/** Words of looking back on an incident: what happened when, who was what, and what it meant. */
import { sentenceList } from './dates.ts';

const texts = {
  summary: { label: 'Summary', placeholder: 'What happened, in two or three sentences' },
  impact: {
    label: 'Impact, in one sentence',
    placeholder: 'Who could not do what, for how long, in numbers',
  },
  detection: { label: 'Detection', placeholder: 'How we noticed, and how long that took' },
  resolution: { label: 'Resolution', placeholder: 'What ended it' },
  'went-badly': { label: 'What did not go well', placeholder: 'What made it longer or worse' },
  messages: {
    label: 'Message to the people who were affected',
    placeholder: 'What happened, what it meant for them, what changes now',
  },
};

const roles = {
  commander: 'Incident commander',
  deputy: 'Deputy',
  scribe: 'Scribe',
  experts: 'Experts',
  'customer-liaison': 'Customer liaison',
  'internal-liaison': 'Internal liaison',
};

const aims = { prevent: 'Prevent', mitigate: 'Mitigate', detect: 'Detect' };

export const incident = {
  timeline: 'Timeline',
  timelineOf: (count: number) => (count === 1 ? 'Timeline, 1 entry' : `Timeline, ${count} entries`),
  empty: 'Nothing is on the timeline yet.',
  add: 'Add to the timeline',
  addLabel: 'New entry, beginning with its time',
  addPlaceholder: '14:05 What happened',
  askDay: 'On which day did it begin?',
  assumedDay: 'Times without a date go on from',
  hint: (zone: string) =>
    `Times are in ${zone}. Begin with 14:05 or 2:05 pm, with ~14:05 where it was about then, with +5 for five minutes later, or with 2026-11-20 14:05; end with a link to the evidence. Several lines add several entries.`,
  full: 'The timeline is full; removed entries count too. Change one that is there.',
  problems: {
    'no-time': 'does not begin with a time',
    'no-words': 'does not say what happened',
    'too-long': 'is too long for one entry',
  },
  lineProblem: (line: string, problem: string) => `“${line}” ${problem}.`,
  aboutThen: (what: string) => `(about this time) ${what}`,
  added: (count: number) => (count === 1 ? 'On the timeline.' : `${count} entries are on the timeline.`),
  preview: 'This will be added',

  utc: 'UTC',
  utcBeside: (time: string) => `${time} UTC`,
  showUtc: 'Show UTC',
  zoneHint: (zone: string) => `In ${zone}, with UTC beside. Exports are in UTC.`,
  zoneHintUtc: 'In UTC, as in exports.',
  later: (gap: string) => `${gap} later`,
  source: 'Evidence',
  sourceOf: (what: string) => `Evidence for ${what}`,
  wordless: 'Without words',
  changeDay: (day: string) => `Change the day of all entries of ${day}`,
  moveDay: (count: number) =>
    count === 1 ? 'Move the entry of this day to' : `Move the ${count} entries of this day to`,
  move: 'Move',
  dayWrong: 'Not a day that has been.',
  dayMoved: (count: number, day: string) => `${count === 1 ? 'It is' : 'They are'} on ${day} now.`,
  edit: (what: string) => `Change ${what}`,
  remove: (what: string) => `Remove ${what}`,
  removed: (what: string) => `Removed: ${what}`,
  done: 'Done',
  when: 'When',
  whenWrong: 'Not a time. Such as 14:05, +5, or 2026-11-20 14:05.',
  what: 'What happened',
  link: 'Link to the evidence',
  linkWrong: 'A link begins with https:// or http://.',
  noSpace: 'At most 500 characters.',

  title: 'The incident',
  hintPanel: 'Everybody writes in the same fields. They stand on the record.',
  texts,
  others: 'More about the incident',
  rolesTitle: 'Who was what while it lasted',
  roles,
  rolePlaceholder: 'Name',
  blame: (found: string) =>
    `“${found}” judges by what we know only now. What did people see at that moment, and what made it make sense?`,

  aims,
  aim: 'Aim',
  aimOf: (title: string) => `Aim of ${title}`,
  chooseAim: 'What does it do about the next one?',
  aimHints: {
    prevent: 'makes it less likely',
    mitigate: 'makes it less bad',
    detect: 'lets us notice sooner',
  },
  clearAim: 'No aim',

  summary: 'Summary',
  impact: 'Impact',
  timelineUtc: 'Timeline (UTC)',
  factors: 'Contributing factors',
  wentWell: 'What went well',
  wentBadly: 'What did not go well',
  lucky: 'Where we were lucky',
  messages: 'What we tell the people who were affected',
  detection: 'Detection',
  resolution: 'Resolution',
  notWritten: (headings: readonly string[]) => `Nothing was written down for: ${sentenceList(headings)}.`,
  notRevealed: 'These notes were not revealed.',
} as const;
