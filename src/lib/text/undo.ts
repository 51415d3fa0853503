/** Words of taking back one's own last step on the board. */

const done = {
  added: 'Taken back: what you added.',
  removed: 'Taken back: what you removed is here again.',
  owner: 'Taken back: the owner you chose.',
  day: 'Taken back: the date you chose.',
  aim: 'Taken back: the aim you chose.',
  choice: 'Taken back: how the topic leaves.',
  status: 'Taken back: where the decision stands.',
  holder: 'Taken back: who holds the position.',
  answer: 'Taken back: your answer on an earlier action.',
  'new-day': 'Taken back: the new date of an earlier action.',
  grouping: 'Taken back: how you grouped.',
  entries: 'Taken back: what you added to the timeline.',
  'entry-gone': 'Taken back: what you removed is in the timeline again.',
  moment: 'Taken back: the time you gave an entry.',
  moments: 'Taken back: the day you moved entries to.',
  source: 'Taken back: the source of an entry.',
} as const;

export const undo = {
  last: 'Undo my last step',
  done,
  overwritten: 'Nothing was taken back: it has changed since.',
} as const;
