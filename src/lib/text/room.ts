/** Words of the frame around every activity: bar, rail, clock, people, invite, problems. */
import type { Role } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { clockFace, clockInLine, minutesInWords, minutesOf, people, timeOfDay } from './dates.ts';

const saving = {
  saved: 'Saved',
  saving: 'Saving',
  offline: 'Offline, kept on this device',
  kept: 'Not sent, kept on this device',
} as const;
const roles = {
  facilitator: 'Facilitator',
  participant: 'Participant',
  observer: 'Observer',
} as const satisfies Record<Role, string>;

export const room = {
  pageTitle: (title: string) => `${title} · Hearth`,
  /** `2:40 – Discuss – Sprint 42`: what changes stands first, since a tab shows no more. */
  pageTitleAt: (leftMs: number, paused: boolean, segment: string, title: string) => {
    const over = leftMs <= -1000 ? 'over ' : '';
    return `${paused ? 'paused ' : ''}${over}${clockInLine(leftMs)} – ${segment} – ${title}`;
  },
  opening: 'Opening the room',
  openingSlow: 'This takes longer than usual. It goes on by itself as soon as there is a connection.',
  screenLoading: 'Opening this part',
  screenMissing: 'This part could not be fetched. It needs a connection once; what you wrote is kept.',
  saving,
  savingUnsent: 'Offline, not all is kept',
  roles,
  aboutRoom: 'About this room',
  openWall: 'Open the wall',
  signals: 'For whoever facilitates',
  controls: 'Controls',
  agenda: 'Agenda',
  planned: (minutes: number) => `${minutes} min`,
  minutesUnit: 'min',
  segmentHint: (title: string, question: string) => `${title}: ${question}`,
  now: 'now',
  done: 'done',
  skipped: 'skipped',
  waiting: 'to come',
  openEarly: 'open for writing ahead',

  endsAt: (at: number) => `Ends ${timeOfDay(at)}`,
  plannedFor: (minutes: number) => `Planned for ${minutesInWords(minutes)}`,
  overPlan: (ms: number) => {
    const minutes = minutesOf(ms);
    if (minutes === 0) return 'on plan';
    return ms > 0 ? `${minutes} min over plan` : `${minutes} min early`;
  },
  closedAt: (at: number) => `Closed ${timeOfDay(at)}`,
  clock: (title: string) => `Time left for ${title}`,
  notStarted: 'Not started',
  paused: 'Paused',
  overBy: (ms: number) => (ms < 60_000 ? 'Over time' : `${Math.floor(ms / 60_000)} min over`),
  buffer: 'Buffer',
  bufferHint: 'Buffer: kept free, and pays first when something takes longer',
  lastMinute: 'Last minute',
  closed: 'Closed',
  round: (round: number, of: number) => `Round ${round} of ${of}`,
  ready: (ready: number, of: number) => `${ready} of ${of} ready`,

  spokenStart: (title: string, ms: number) => `${title}. ${minutesInWords(minutesOf(ms))}.`,
  spokenHalf: (ms: number) => `Half the time is over, ${clockFace(ms)} left.`,
  spokenMinute: 'One minute left.',
  spokenEnd: (title: string) => `Time is over for ${title}.`,
  boardLocked: 'The board is locked.',
  boardUnlocked: 'Everybody writes on the board again.',
  spokenOffline: 'No connection. What you write is kept on this device.',
  spokenCutOff: 'No connection.',
  spokenOnline: 'Back online. Everything is saved.',
  spokenKept: 'Back online. Some of your words are on this device only.',
  spokenNotes: (count: number) =>
    count === 1 ? 'One new note on the board.' : `${count} new notes on the board.`,

  peopleHere: (count: number) => `${people(count)} here`,
  peopleTitle: 'In this room',
  you: 'you',
  isReady: 'Ready',
  handUp: 'Hand up',
  looksAt: (title: string) => `looks at ${title}`,
  gone: 'not connected',
  readyHint: 'Participants say when they are ready; whoever facilitates waits for them.',
  observers: (count: number) => (count === 1 ? '1 observer' : `${count} observers`),
  rename: 'Change my name',
  renameTitle: 'Your name in this room',
  renamed: (name: string) => `You are ${name} now.`,

  invite: 'Invite',
  inviteTitle: 'Invite people',
  inviteLoading: 'Fetching the links',
  participantLink: 'For participants',
  participantHint: 'They write, decide and see the board.',
  observerLink: 'For observers',
  observerHint: 'They only read. No desk, no drafts.',
  facilitatorLink: 'For facilitators',
  facilitatorHint:
    'Whoever has this link can run the meeting. It is known to this browser only; keep a copy.',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  scan: 'Or scan it with a phone',
  qr: (label: string) => `QR code of the link ${label.charAt(0).toLocaleLowerCase()}${label.slice(1)}`,
  localOnly:
    'This address works on this computer only. For phones and other computers, start Hearth with HEARTH_HOST=0.0.0.0 and open the room by this computer’s address in your network.',
  localKnown: (origins: readonly string[]) =>
    `You opened this room by a name that only this computer knows. Others in your network reach it at ${origins.join(' or ')}, and so do these links.`,

  more: 'More',
  record: 'Record',
  shortcuts: 'Keyboard shortcuts',
  leave: 'Start page',
  forget: 'Forget this room on this device',
  forgetTitle: 'Forget this room on this device?',
  forgetHint:
    'Drafts that have not reached the server, the right to change your notes, and a facilitator link kept here are removed from this browser. The room itself and what is on its board stay.',
  forgetGo: 'Forget it here',

  called: (title: string) => `You are asked to come to ${title}.`,
  goThere: 'Go there',

  closedTitle: 'This room is closed and can only be read.',
  readRecord: 'Read the record',
  offlineTitle: 'There is no connection to the server.',
  offlineKept:
    'You can go on writing. It is kept on this device and goes out by itself when the network returns.',
  offlineReading: 'You see how things stood when it broke off. It goes on by itself.',
  keptTitle: 'Some of your words are on this device only.',
  keptIn: (titles: readonly string[]) => `You find them in ${titles.join(' and ')}.`,
  keptUnsent: 'What you wrote last may not have been sent. Load the page again to try once more.',
  boardFull: `The board is full (${limits.boardNotes.toLocaleString()} notes).`,
  boardFullHint: 'Notes that found no space stay on their authors’ desks.',
  unnamed: 'You have no name here yet. Whoever joins would like to know who facilitates.',
  giveName: 'Give my name',
  outdated: 'Hearth has been updated since this page was opened.',
  outdatedKept: 'What you wrote is kept. Load the page again to go on.',
  reload: 'Load again',
  dismiss: 'Dismiss',
  seatless: 'You are not in this room yet',
  seatlessNext:
    'This browser has not joined it. Open the link you were given; if you wrote anything here before, it is kept on this device.',
  notFound: 'There is no such room',
  failed: 'The room could not be opened',
  observerTitle: 'You are watching. Nothing you do here changes the room.',

  lobbyTitle: 'Everybody in? Then start.',
  lobbyWaiting: (name: string | null) => `Waiting for ${name ?? 'the facilitator'} to start`,
  lobbyBegun: 'The meeting has begun.',
  lobbyPlan: 'What we are going to do',
  lobbyInvite: 'Send the link first; people can join at any time, also later.',
} as const;
