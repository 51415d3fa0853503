/** Words of deciding, owning and closing. */
export const decide = {
  decisions: 'Decisions',
  decisionsHint: 'One sentence each, as you would tell it to somebody who was not here.',
  decisionsEmpty: 'Nothing decided yet.',
  addDecision: 'Add a decision',
  decision: (index: number) => `Decision ${index}`,
  decisionPlaceholder: 'We …',
  actions: 'Actions',
  actionsHint: 'Exactly one owner and a date each; one to three are plenty.',
  actionsEmpty: 'Nobody has promised anything yet.',
  addAction: 'Add an action',
  action: (index: number) => `Action ${index}`,
  actionPlaceholder: 'What will be done',
  removeDecision: (text: string) => `Remove the decision ${text}`,
  removeAction: (title: string) => `Remove the action ${title}`,
  undoLast: 'Undo my last step',
  undone: 'Taken back.',
  removed: 'Removed.',
  restored: 'It is back.',

  needsOwner: 'Needs an owner',
  needsDate: 'Needs a date',
  needsTitle: 'Needs words',
  ownerOf: (title: string) => `Owner of ${title}`,
  chooseOwner: 'Who does it?',
  noOwner: 'Nobody yet',
  somebodyElse: 'Somebody who is not here',
  somebodyPlaceholder: 'Name',
  inThePast: (day: string) => `${day}, in the past`,
  pastDates: (titles: readonly string[]) =>
    titles.length === 1 ? `The date of ${titles[0]} is in the past.` : `${titles.length} dates are in the past.`,
  inThePast: (day: string) => `${day}, in the past`,
  pastDates: (titles: readonly string[]) =>
    titles.length === 1
      ? `The date of ${titles[0]} is in the past.`
      : `${titles.length} dates are in the past.`,
  dueOf: (title: string) => `Date of ${title}`,
  chooseDue: 'By when?',
  inAWeek: 'In a week',
  inTwoWeeks: 'In two weeks',
  inAMonth: 'In four weeks',
  anotherDay: 'Another day',
  noDue: 'No date yet',
  untitled: 'an action without words',
  gone: 'somebody who left',

  checkDone: 'Every action has an owner and a date.',
  checkNothing: 'There are no decisions and no actions on the board.',
  unfinished: (count: number) => (count === 1 ? '1 thing is unfinished' : `${count} things are unfinished`),
  finishHint: 'Give each an owner and a date here; then everybody leaves knowing who does what.',
  record: 'The record',
  recordHint:
    'What was decided, who does what by when, and what you thanked each other for. Yours to keep as Markdown.',
  closeTitle: 'Close the room?',
  closeHint: 'It becomes read-only for everybody. The record stays, and the links go on working for reading.',
  closeOpenTitle: 'Some things are unfinished',
  closeOpenHint: 'You can close anyway; the record will say that these were open.',
  closeGo: 'Close the room',
  closeAnyway: 'Close anyway',
  keepOpen: 'Finish them first',
  ownHidden: (count: number) =>
    count === 1
      ? 'One draft on your own desk was not revealed. It will not be on the record.'
      : `${count} drafts on your own desk were not revealed. They will not be on the record.`,
  full: 'The board takes no more of these; removed ones count too. Change one that is there.',
  closedNow: 'The room is closed.',
} as const;
