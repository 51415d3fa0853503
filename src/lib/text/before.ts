/** Words of the time before the meeting: start, invitation, who is expected, what to read, writing ahead. */
import { dayTime, durationInWords, minutesInWords, people, sentenceList, zoneName } from './dates.ts';

export const before = {
  startTitle: 'When',
  noStart: (minutes: number) => `No time is set yet. It takes ${minutesInWords(minutes)}.`,
  setStart: 'Set date and time',
  changeStart: 'Change the time',
  startsIn: (ms: number) => `Starts in ${durationInWords(ms)}`,
  startsNow: 'It starts now',
  wasToStart: (ms: number) => `Was to start ${durationInWords(ms)} ago`,
  /** `left` is less than nothing from the planned start on; within its minute it starts. */
  start: (left: number): string => {
    if (left > 0) return before.startsIn(left);
    return left > -60_000 ? before.startsNow : before.wasToStart(left);
  },
  takes: (minutes: number) => minutesInWords(minutes),
  yourTime: 'your time',
  elsewhere: (time: string, zone: string) => `${time} in ${zoneName(zone)}`,
  startSet: 'The time is set.',
  startDropped: 'No time is set any more.',
  date: 'Date',
  time: 'Time',
  zone: 'Time zone',
  noStartAtAll: 'Take the time off',
  startWrong: 'Give a day and a time that lie within the next year.',
  startGoneBy: 'That time has gone by: the meeting would be late already.',
  startEndsEarly: (until: string) =>
    `People may write ahead until ${until}; that ends when the meeting starts, and their drafts stay with them.`,
  skipped: 'Clocks jump over that time on this day; it is taken as the next one that exists.',

  inviteTitle: 'Invitation',
  addToCalendar: 'Add to calendar',
  calendarHint: 'A file that every calendar opens. Fetch it again when the time changes.',
  copyInvitation: 'Copy the invitation',
  copyHint: 'Title, time, link and what to read, as text for a chat.',
  noInvitationYet: 'As soon as a time is set, it can be put into calendars.',
  noLink: 'The link could not be fetched. Try again when there is a connection.',

  /** `from` is the title of the room they were promised in, `part` that of the part in which they come up. */
  cameAlong: (count: number, from: string | null, part: string | null) => {
    const came = `${count === 1 ? '1 open action' : `${count} open actions`} came along`;
    const where = part === null ? '' : ` You find ${count === 1 ? 'it' : 'them'} in ${part}.`;
    return `${came}${from ? ` from ${from}` : ''}.${where}`;
  },

  expectedTitle: 'Who is needed',
  expectedEmpty: 'Nobody in particular is expected.',
  expectedEmptyLead: 'Say whom this meeting needs and why; everybody then sees who is missing.',
  nameThem: 'Name them',
  changeThem: 'Change the list',
  expectedHere: (here: number, of: number) => `${here} of ${of} are here`,
  missing: (names: readonly string[]) => `Missing: ${sentenceList(names)}`,
  allHere: 'Everybody who is needed is here.',
  isHere: 'here',
  wasHere: 'has joined, not here now',
  notYet: 'not here yet',
  alsoHere: (names: readonly string[]) => `Also here: ${sentenceList(names)}`,
  person: (index: number) => `Person ${index}`,
  personName: 'Name',
  personReason: 'Why they are asked',
  reasonPlaceholder: 'Was on call that night',
  addPerson: 'Add a person',
  removePerson: (name: string) => `Remove ${name || 'this line'}`,
  personNameless: 'Say who that is, or remove the line.',
  namedTwice: (names: readonly string[]) =>
    `${sentenceList(names)} ${names.length === 1 ? 'stands' : 'stand'} here more than once, for different people of one name.`,
  listSaved: 'The list is saved.',
  listFull: (count: number) => `The list takes ${people(count)}.`,

  toRead: 'Please read before',
  toReadNow: (count: number) => (count === 1 ? '1 thing to read' : `${count} things to read`),
  opensNewTab: 'opens in a new tab',
  iRead: 'I have read it',
  readCount: (read: number, of: number) => `${read} of ${of} have read it`,
  allRead: (read: number, of: number) => `${read} of ${of} have read everything`,
  nothingToRead: 'Nothing to read was put here.',
  nothingToReadHint: 'The facilitator can add links or text to this part of the agenda.',
  doneReading: 'Done',
  stillReading: 'Still reading',
  unnamed: 'Without a name',
  readOffline: 'You can tick this when there is a connection again.',

  earlyTitle: (until: string) => `Write ahead until ${until} (your time)`,
  earlyTitleStart: 'Write ahead until the meeting starts',
  earlyLeft: (ms: number) => `${durationInWords(ms)} left.`,
  earlyAtLatest: (until: string) => `At the latest until ${until} (your time).`,
  earlyOver: 'Writing ahead is over.',
  earlyOverHint:
    'What you wrote stays on your desk. You can still change it there until it goes to the board in the meeting.',
  written: (written: number, of: number) => `${written} of ${of} have written`,
  earlySecret: 'The others learn how many have written, and nothing else.',
  earlyWeak: 'Fewer than three people are expected to write, so it will be easy to guess who wrote what.',
  earlyGather: 'It stands on a note only where at least three people hold that lens in the meeting.',
  earlyAdded: 'On your desk until the meeting comes here.',
  earlyDeskOf: (title: string) => `On your desk for ${title}`,
  earlyDesk: 'Only you can see these until the meeting comes here',
  earlyDeskReveal: 'Only you can see these until the facilitator reveals them',
  earlyDeskEmpty: 'Nothing yet. What you add stays here, and only here, until the meeting.',
  earlyNoWriters: 'You do not write in this meeting.',
  notAdded: (title: string) => `Not added yet, ${title}`,
  notAddedHint:
    'Only you can see this, on this device. It is in the field again when the meeting comes to this part.',
  addAsDraft: 'Add as a draft',
  whichLens: 'From which side do you look?',
  openEarly: 'Let people write ahead',
  openEarlyHint:
    'Before the meeting, in the parts you choose and until the time you set. Only how many have written is told.',
  changeEarly: 'Change',
  closeEarly: 'End it now',
  earlyParts: 'In which parts?',
  earlyUntil: 'Until',
  earlyNoParts: 'No part of this agenda has notes that could be written ahead.',
  earlyNeedsPart: 'Choose at least one part.',
  earlyNeedsTime: 'Give a time that is still to come.',
  earlyAfterStart:
    'That is after the meeting is to begin. People can write ahead until it starts, also when it starts late; their drafts wait for their part.',
  earlyOpened: 'People can write ahead now.',
  earlyClosed: 'Writing ahead is over. All drafts stay on their desks.',
} as const;

export interface InvitationFacts {
  readonly title: string;
  readonly facilitator: string | null;
  readonly start: { readonly at: number; readonly zone: string } | null;
  readonly minutes: number;
  readonly link: string;
  readonly toRead: readonly { readonly title: string; readonly link: string }[];
  /** Server ms until which people may write ahead, or until it starts; null where they may not. */
  readonly writeUntil: number | 'start' | null;
}

/** For a chat: whoever reads it may be anywhere, so times name their zone. */
export function invitationText(facts: InvitationFacts): string {
  const { title, facilitator, start, minutes, link, toRead, writeUntil } = facts;
  const when =
    start && `${dayTime(start.at, start.zone)} (${zoneName(start.zone)}), ${minutesInWords(minutes)}`;
  const zone = start?.zone ?? 'UTC';
  return [
    title,
    ...(when ? [when] : []),
    ...(facilitator ? [`${facilitator} facilitates`] : []),
    `Join: ${link}`,
    ...(writeUntil === null ? [] : [`You can write ahead until ${untilWhen(writeUntil, zone)}.`]),
    ...(toRead.length === 0 ? [] : ['Please read before:']),
    ...toRead.map((one) =>
      one.link === '' ? `- ${one.title} (in the room)` : `- ${one.title}: ${one.link}`,
    ),
  ].join('\n');
}

function untilWhen(until: number | 'start', zone: string): string {
  return until === 'start' ? 'the meeting starts' : `${dayTime(until, zone)} (${zoneName(zone)})`;
}
