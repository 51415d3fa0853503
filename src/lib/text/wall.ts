/** Words of the wall: the room as a projector shows it. */
import { people, timeOfDay } from './dates.ts';

export const wall = {
  openHint: 'The room in large letters, for a projector. It only shows; nothing private is on it.',
  pageTitle: (title: string) => `Wall of ${title}`,
  opening: 'Opening the wall',
  incomplete: 'This address is not complete',
  incompleteNext:
    'The wall opens with the link for observers, which ends in # and 22 letters. Open it from the room with “Open the wall”.',
  gone: 'There is nothing to show here any more',
  goneNext:
    'The room has been deleted, or whoever facilitates has ended what this wall was opened with. If the meeting is still there, open the wall from the room with “Open the wall”.',
  notForWalls: 'This link is not for a wall',
  notForWallsNext:
    'It lets people take part. A wall opens with the link for observers, so that nobody can write from it.',
  joinInstead: 'Join the room with it',

  agenda: 'Agenda',
  next: (title: string) => `Next: ${title}`,
  last: 'This is the last part',
  ready: (ready: number, of: number) =>
    `${ready} of ${of} ${of === 1 ? 'participant is' : 'participants are'} ready`,
  here: (count: number) => (count === 0 ? 'Nobody is here yet' : `${people(count)} here`),
  starting: 'We start in a moment',
  /** The minute of the start belongs to it. */
  startsAt: (at: number, now: number) =>
    now < at + 60_000 ? `We start at ${timeOfDay(at)}` : `We were to start at ${timeOfDay(at)}`,
  over: 'The meeting is over',
  overHint: 'Everybody who was here can read the record.',
  offline: 'No connection. This is how things stood when it broke off; it goes on by itself.',
  timeOver: (title: string) => `Time is over for ${title}`,

  join: 'Scan to take part',
  watch: 'Scan to watch',
  joinAt: 'Take part at',
  watchAt: 'Watch at',
  watchHint: 'To take part you need the link for participants.',
  locked: 'The room takes nobody new',
  onlyHere: 'This address works on this computer only.',
  qr: (what: string) => `QR code: ${what.charAt(0).toLocaleLowerCase()}${what.slice(1)}`,

  writing: 'Everybody writes for themselves',
  writingHint: 'Nobody sees the notes before they are revealed.',
  writingAs: 'Everybody writes as',
  writingFrom: 'Each from one perspective',
  boardEmpty: 'Nothing on the board yet',
  notesOf: (segment: string) => `Notes: ${segment}`,
  timeline: 'What happened, in order',
  topics: 'Topics',
  topicNotes: 'Notes of this topic',
  leaving: 'What we leave with',
  nothingLeaves: 'Nothing decided yet',
  nothingLeft: 'Nothing was decided.',
  withoutVotes: (count: number) =>
    count === 1 ? '1 topic without a vote' : `${count} topics without a vote`,
  answered: (answered: number, of: number) => `${answered} of ${of} answered`,
  due: (day: string) => `due ${day}`,
  action: 'Action',
  needsOwner: 'needs an owner',
  ownerAsked: 'its owner is asked',
  needsDue: 'needs a date',

  page: (page: number, of: number) => `Page ${page} of ${of}`,
  pageHint: 'Arrow keys turn the page',
  nextPage: 'Next page',
  pageBefore: 'Page before',
  menu: 'Wall',
  fullScreen: 'Fill the screen',
  turns: 'Turn pages by itself',
  names: 'Show whose actions they are',
  toRoom: 'To the room',
} as const;
