/** Words of the docks, the bell and the reveal. */
import type { Role } from '#protocol/ids.ts';
import { minutesOf, people, sentenceList } from './dates.ts';
import { reactions } from '#protocol/stage-wire.ts';
import { gestures } from './gestures.ts';

const bufferLeft = (minutes: number) =>
  minutes === 0 ? 'nothing is' : `${minutes} min ${minutes === 1 ? 'is' : 'are'}`;

export const dock = {
  facilitate: 'Run the meeting',
  takePart: 'Take part',
  start: 'Start the meeting',
  changeAgenda: 'Change the agenda',
  back: 'Back',
  goneOn: (title: string) =>
    `The meeting has just gone on to ${title}. Press again if you mean a step from there.`,
  pause: 'Pause',
  resume: 'Resume',
  plusOne: '1 min',
  plusOneMore: 'more',
  plusFive: 'Five minutes more',
  bring: 'Bring everyone here',
  brought: 'Those who follow are here; the others were asked.',
  more: 'More',
  nextRound: 'Next round',
  next: (title: string) => `Next: ${title}`,
  onTo: (title: string) => `On to ${title}`,
  closeRoom: 'Close the room',
  repeat: 'Repeat this part',
  skip: 'Skip this part',
  parallel: 'Everyone takes the same lens',
  distributed: 'Spread the lenses over people',
  fromNextRound: (choice: string) => `${choice}, from the next round on`,
  ahead: (title: string, choice: string) => `${title}: ${choice.toLocaleLowerCase()}`,
  iWrite: 'I write too',
  ready: 'I’m ready',
  waiting: 'Waiting for the connection',
  readyOffline: 'You can change this when there is a connection again.',

  reveal: 'Reveal notes',
  revealTitle: 'Reveal all notes?',
  revealWeak: 'Fewer than three people are here to write, so it will be easy to guess who wrote what.',
  revealReady: (ready: number, of: number) =>
    `${ready} of ${of} ${of === 1 ? 'participant' : 'participants'} said they are ready.`,
  /** Names are few, or there are none at all for some of them. */
  revealAway: (names: readonly string[]) => {
    const isLong = names.length > 3 || names.includes('');
    const who = isLong ? people(names.length) : sentenceList(names);
    const are = names.length === 1 ? 'is' : 'are';
    return `${who} ${are} not connected. Notes written without a connection are not revealed with the others.`;
  },
  revealGo: 'Reveal',
  revealIn: (seconds: number) => `Notes are revealed in ${seconds}`,
  revealNow: 'Revealing the notes',
  revealSoon: 'Notes are revealed in three seconds.',
  revealAgain: 'Reveal once more',
  revealAgainTitle: 'Reveal what was written since?',
  goOnTitle: 'These notes are still on the desks',
  goOnHint: 'Nobody but their authors can see them. You can reveal them now, or later from any other part.',
  goOnReveal: 'Reveal now',
  goOnAnyway: 'Go on anyway',
  skipHint: 'Nobody but their authors can see them. You can reveal them later, from any other part.',
  skipAnyway: 'Skip anyway',
  goOnStay: 'Stay here',
  revealCancel: 'Cancel the reveal',
  revealed: 'The notes are on the board.',
  cancelled: 'The reveal was cancelled. Everything is still on the desks.',

  bellTitle: (title: string) => `Time is over for ${title}`,
  bellRound: (round: number) => `Time is over for round ${round}`,
  extendTwo: '2 more min',
  extendOne: '1 more min',
  later: 'Not now',
  laterTopics: 'the time for later topics',
  buffer: 'the buffer',
  toSpare: 'the time to spare',
  paysSpare: (choice: string, spareMs: number) => `${choice}, out of the ${minutesOf(spareMs)} min to spare.`,
  paysBuffer: (choice: string, leftMs: number) =>
    `${choice}: taken from the buffer, of which ${bufferLeft(minutesOf(leftMs))} left.`,
  pays: (choice: string, payers: readonly string[]) => `${choice}: taken from ${payers.join(' and ')}.`,
  paysEnd: (choice: string) => `${choice}: the meeting ends later.`,
  paysPartly: (choice: string, payers: readonly string[]) =>
    `${choice}: ${payers.join(' and ')} ${payers.length > 1 ? 'give what they' : 'gives what it'} can, and the meeting ends later.`,
} as const;

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  readonly roles?: readonly Role[];
}

const writing: readonly Role[] = ['facilitator', 'participant'];
const running: readonly Role[] = ['facilitator'];

export const shortcuts = {
  title: 'Keyboard shortcuts',
  single: 'Single keys do something when you are not in a text field',
  list: [
    { keys: '?', does: 'Show this list' },
    { keys: 'n', does: 'Write a note', roles: writing },
    { keys: 'r', does: 'I’m ready, or not any more', roles: ['participant'] },
    { keys: 'h', does: 'Raise my hand, or lower it', roles: ['participant'] },
    { keys: 'Shift M', does: 'I need a minute, or not any more', roles: ['participant'] },
    ...reactions.map((reaction, index) => ({
      keys: `${index + 1}`,
      does: `React: ${gestures.names[reaction].toLocaleLowerCase()}`,
      roles: writing,
    })),
    { keys: 't', does: 'Hear the time that is left' },
    { keys: '[', does: 'Look at the part before' },
    { keys: ']', does: 'Look at the part after' },
    { keys: 'f', does: 'Back to where the meeting is' },
    { keys: 'u', does: 'Undo my last step on the board', roles: writing },
    { keys: 'i', does: 'Invite people' },
    { keys: 'p', does: 'Pause or resume', roles: running },
    { keys: '+', does: 'One minute more', roles: running },
    { keys: 'b', does: 'Bring everyone here', roles: running },
    { keys: 'Shift N', does: 'Next round or part', roles: running },
    { keys: 'Shift B', does: 'Back one part', roles: running },
  ] satisfies readonly Shortcut[] as readonly Shortcut[],
} as const;
