/** Words of the agenda builder, of making it fit, and of the time that is planned and used. */
import type { Activity, CheckInRound, RevealPolicy } from '#protocol/agenda.ts';
import { durationInWords, minutesOf, sentenceList, timeBeside, timeOfDay } from './dates.ts';

interface Named {
  readonly name: string;
  /** What it is or does. */
  readonly says: string;
}

const activities: Readonly<Record<Activity, Named>> = {
  'check-in': { name: 'Check-in', says: 'Arrive, and see how safe it is to speak.' },
  'follow-up': { name: 'Follow-up', says: 'Look at what was promised before.' },
  wins: { name: 'Wins', says: 'Thank each other by name.' },
  gather: { name: 'Gather', says: 'Write alone, by lenses or prompts.' },
  group: { name: 'Group', says: 'Make topics of notes that belong together.' },
  vote: { name: 'Vote', says: 'Choose topics in secret.' },
  discuss: { name: 'Discuss', says: 'Talk topics through, one at a time.' },
  decide: { name: 'Decide', says: 'Agree on what changes, and who owns it.' },
  read: { name: 'Silent read', says: 'Read on your own, and tick it off.' },
  timeline: { name: 'Timeline', says: 'Put together what happened when.' },
  close: { name: 'Close', says: 'Look back on the meeting, and part.' },
  talk: { name: 'Talk', says: 'Just talk, with the board at hand.' },
};

const policies: Readonly<Record<RevealPolicy, Named>> = {
  reveal: { name: 'All at once', says: 'Notes stay private until you reveal them, shuffled.' },
  own: {
    name: 'When their authors let go',
    says: 'Each author decides; a note shows once three people have let go of one.',
  },
  open: { name: 'As they are added', says: 'Everybody sees each note at once.' },
  none: { name: 'No notes', says: 'Nothing is written in this part.' },
};

const checkIns: Readonly<Record<CheckInRound, string>> = {
  none: 'Nothing beside the safety question',
  word: 'One word',
  sentence: 'One sentence',
};

const min = (ms: number) => `${minutesOf(ms)} min`;

export const agenda = {
  activities,
  policies,
  checkIns,
  open: 'Change the agenda',
  title: 'The agenda',
  hint: 'Everything you change is there for everybody at once.',
  done: 'Done',
  undone: 'The agenda is as it was before.',
  offline: 'There is no connection. The agenda can be changed when it is back.',
  offlineUnsent: 'What you typed last is on this page only; it goes out then.',

  meetingTitle: 'Title of the meeting',
  goal: 'Takes in all',
  total: (ms: number) => `${min(ms)} planned`,
  totalSoFar: (ms: number) => `${min(ms)} taken and to come`,
  over: (ms: number) => `${min(ms)} over`,
  under: (ms: number) => `${min(ms)} to spare`,
  exact: 'fits exactly',
  ends: (at: number) => `ends ${timeOfDay(at)}`,
  endsIfNow: (at: number) => `ends ${timeOfDay(at)} if you start now`,
  fit: 'Make it fit',
  spareToBuffer: (ms: number) => `Keep ${min(ms)} free`,

  buffer: 'Buffer',
  bufferHint: 'Pays first when something takes longer.',
  bufferTenth: 'Keep 10 % free',
  bufferKept: (minutes: number) => `${minutes} min are kept free.`,
  bufferFewer: 'One minute less of buffer',
  bufferMore: 'One minute more of buffer',

  parts: 'Parts',
  orderHint: 'Move a part by its handle or its arrows, or with Alt and the arrow keys.',
  orderHintTouch: 'Move a part by its handle, or with its arrows.',
  part: (place: number, title: string) => `Part ${place}: ${title}`,
  isNow: 'Now',
  isOver: 'Over',
  isSkipped: 'Skipped',
  minutes: 'Minutes',
  minutesOf: (title: string) => `Minutes for ${title}`,
  fewer: (title: string) => `One minute less for ${title}`,
  more: (title: string) => `One minute more for ${title}`,
  unit: 'min',
  minutesClash: (label: string, theirs: number, mine: number) =>
    `${label}: somebody else has set ${theirs} min meanwhile, and your ${mine} min were not taken.`,
  minutesWrong: (min: number, max: number) => `Between ${min} and ${max} minutes.`,
  drag: (title: string) => `Move ${title}`,
  up: (title: string) => `${title} up`,
  down: (title: string) => `${title} down`,
  moved: (title: string, place: number, of: number) => `${title} is part ${place} of ${of} now.`,
  cannotMove: 'What has begun keeps its place.',
  duplicate: (title: string) => `Duplicate ${title}`,
  duplicated: (title: string) => `${title} is there twice now.`,
  remove: (title: string) => `Remove ${title}`,
  removed: (title: string) => `${title} is off the agenda.`,
  earlyTitle: (titles: readonly string[]) => `Take the notes of ${sentenceList(titles)} off the agenda?`,
  earlyDrafts: (parts: readonly { readonly title: string; readonly written: number }[]) =>
    [
      ...parts.map(
        ({ title, written }) =>
          `${written === 1 ? 'One person has' : `${written} people have`} written ahead for ${title}.`,
      ),
      'Their drafts stay with them, and go to no board until they move them to another part.',
    ].join(' '),
  earlyGo: 'Take it off',
  edit: (title: string) => `Edit ${title}`,
  add: 'Add a part',
  addTitle: 'What should people do?',
  added: (title: string) => `${title} is on the agenda.`,

  activity: 'Activity',
  activityNow: (title: string, activity: string) => `${title} is of another kind now: ${activity}.`,
  partTitle: 'Title',
  titleNeeded: 'A part needs a title.',
  question: 'Question it should answer',
  begunHint: 'This part has begun: its words and its minutes can still change.',
  overHint: 'This part is over: only its words can still change.',
  policy: 'When notes show',
  checkIn: 'Everybody says',
  checkInSays: (round: CheckInRound, policy: RevealPolicy) => {
    if (round === 'none') return '';
    return policy === 'open'
      ? 'Aloud, or in a note that everybody sees.'
      : 'Aloud. To have it written too, let notes show as they are added.';
  },
  asks: 'People write by',
  byLenses: 'Lenses',
  byPrompts: 'Prompts',
  lensesNow: (title: string) => `People write by lenses in ${title} now.`,
  promptsNow: (title: string) => `People write by prompts in ${title} now.`,
  lensesHint: (rounds: number, lenses: number) =>
    rounds < lenses
      ? `${rounds} of ${lenses} rounds: people hold different lenses at once.`
      : `${lenses === 1 ? '1 round' : `${lenses} rounds`}, one for each lens.`,
  lastLens: 'At least one lens is needed.',
  rounds: 'Rounds',
  roundsFewer: 'One round less',
  roundsMore: 'One round more',
  lensEarlier: (name: string) => `${name} earlier`,
  lensTaken: (name: string, title: string) => `${title} has the lens ${name} now.`,
  lensesOf: (title: string) => `Lenses of ${title}`,
  lensQuestions: 'What each lens asks',
  ownLenses: 'Lenses of your own',
  promptName: 'Prompt',
  promptQuestion: 'What it asks',
  promptNew: 'New prompt',
  promptAdd: 'Add a prompt',
  promptRemoved: (name: string) => `The prompt ${name} is gone.`,
  promptRemove: (name: string) => `Remove the prompt ${name}`,
  promptNeeded: 'A prompt needs a name.',
  preReads: 'To read before',
  preReadTitle: 'Title',
  preReadLink: 'Address',
  preReadLinkWrong: 'Nothing can be opened here. Write an address such as https://example.org/report.',
  preReadText: 'Or the words themselves',
  preReadTextHint: 'Plain text; an address on a line of its own becomes a link.',
  preReadNew: 'Something to read',
  preReadAdd: 'Add something to read',
  preReadRemove: (title: string) => `Remove ${title}`,
  preReadRemoved: (title: string) => `${title} is not there to read any more.`,
  preReadNeeded: 'It needs a title.',
  notes: 'Notes',
  onlyFacilitators: 'Only facilitators see this',
  clash: (label: string, typed: string) =>
    `${label}: somebody else’s words stand there, and yours (“${typed}”) were not sent.`,

  fitTitle: 'Make the agenda fit?',
  fitLobby: (minutes: number) => `So that everything takes ${minutes} minutes in all:`,
  fitRunning: (at: number) => `So that the meeting ends at ${timeOfDay(at)}; what has begun stays as it is:`,
  fitGo: 'Make it fit',
  fitted: (dropped: readonly string[]) =>
    `The agenda fits now${dropped.length === 0 ? '' : `, without ${sentenceList(dropped)}`}.`,
  fitAlready: 'It fits as it is.',
  fitWithout: (titles: readonly string[]) => `Make it fit without ${sentenceList(titles)}`,
  fitDrops: (titles: readonly string[]) =>
    `There is no time at all for ${sentenceList(titles)}: ${titles.length === 1 ? 'it' : 'they'} would have to go.`,
  fitNot: (least: number, minutes: number) =>
    `Even at its shortest this takes ${least} minutes, and there are ${minutes}. Take something out, or plan more time.`,
  fitChange: (from: number, to: number) => `${minutesOf(from)} → ${minutesOf(to)} min`,
  fitRounds: (from: number, to: number) => `${from} → ${to} ${to === 1 ? 'round' : 'rounds'}`,
  fitGone: 'goes',
  fitSeconds: 'Nothing changes by as much as a minute.',

  earlyStartTitle: 'Start the meeting already?',
  earlyStartPlanned: (at: number, now: number) =>
    `It is planned for ${timeBeside(at, now)}, in ${durationInWords(at - now)}.`,
  earlyStartWindow: (until: number, now: number) =>
    `People may write ahead until ${timeBeside(until, now)}. That is over when you start.`,
  earlyStartOnce: 'A meeting that has begun cannot go back to before its start.',
  earlyStartNot: 'Not yet',
  earlyStartGo: 'Start now',

  lateTitle: (ms: number) => `You start ${durationInWords(ms)} late`,
  lateKeep: (at: number, now: number) => `Keep the end at ${timeBeside(at, now)}`,
  lateMove: (at: number) => `Move the end to ${timeOfDay(at)}`,
  lateKeepHint: (hasBuffer: boolean) =>
    hasBuffer ? 'Parts get shorter, the buffer first:' : 'Parts get shorter:',
  lateKeepFree: 'Nothing gets shorter.',
  lateMoveHint: 'Every part keeps its minutes.',
  lateNot: 'There is not enough time left for that.',
  lateGone: 'That has gone by.',
  lateStart: 'Start',
  lateWithout: (titles: readonly string[]) => `Start without ${sentenceList(titles)}`,

  format: 'Save as a format of my own',
  formatName: 'Name of the format',
  formatHint: 'It is kept in this browser, and there for the next room.',
  formatWhich: 'Which plan',
  formatAnnounced: 'As it was announced when the meeting began, without pre-reads',
  formatNow: 'As it is now',
  formatKeep: 'Save it here',
  formatDownload: 'Download as a file',
  formatKept: (name: string) => `“${name}” is among your formats.`,
  formatRefused: 'This browser cannot keep it. Download it as a file instead.',
  formatFile: (name: string) =>
    `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'agenda'}.md`,

  timeOfParts: 'Planned and actual minutes',
  planned: 'Planned',
  given: 'Given',
  actual: 'Actual',
  minutesShort: (ms: number) => `${minutesOf(ms)}`,
  bufferUsed: 'The buffer is used up.',
  whoPays: 'If this takes longer',
} as const;
