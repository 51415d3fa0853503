/** Words around talking topics through: the list, the topic that is on, hands, and whether to keep talking. */
import { minutesInWords, minutesOf } from './dates.ts';

export const discuss = {
  byVotes: 'Topics by votes',
  byBoard: 'Topics',
  byChoice: 'Topics in your order',
  choose: (place: number, of: number) => `Topic ${place} of ${of}`,
  chooseNone: (of: number) => (of === 1 ? '1 topic' : `${of} topics`),
  votes: (votes: number) => (votes === 1 ? '1 vote' : `${votes} votes`),

  on: 'Talking now',
  next: 'Up next',
  about: (ms: number) => `about ${minutesInWords(Math.max(1, minutesOf(ms)))}`,
  noOutcome: 'No outcome yet',
  never: 'Never opened',

  reorder: 'Change the order',
  reordered: 'Done',
  drag: (name: string) => `Move ${name}`,
  dragHint: 'Drag, or press the arrow keys up and down.',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  movedTo: (place: number, of: number) => `Moved to place ${place} of ${of}.`,
  byVotesAgain: 'Back to the order by votes',

  lookingAt: 'The meeting talks about another topic.',
  follow: 'Go there',
  open: 'Talk about this now',
  openedNow: (name: string) => `Now talking about ${name}.`,
  nothingOn: 'Topics are opened here one at a time.',

  notes: 'Notes of this topic',
  notesGone: 'No notes are in this topic now.',
  minutes: 'What was said',
  minutesPlaceholder: 'Everybody writes here together',
  minutesLater: 'Notes about what was said are taken here once the topic is opened.',
  merged: 'From topics that were merged into this one',

  raise: 'Raise hand',
  handQueue: 'Raised hands',
  lowerMine: 'Lower mine',
  lowerOf: (name: string) => `Lower the hand of ${name}`,
  nextHand: 'Next',
  nextHandOf: (name: string) => `Next: lower the hand of ${name}`,
  yourTurn: 'You are first in the queue.',

  nextTopic: 'Next topic',
  /** Behind *Next topic*. */
  called: (name: string) => `: ${name}`,
  bellTopic: (name: string) => `Time is over for “${name}”`,
  mostExtended: 'This topic had more time twice.',
  keepTalking: 'Keep talking?',
} as const;
