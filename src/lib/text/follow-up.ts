/** Words of following up what was promised before. */
import type { ErrorCode } from '#protocol/errors.ts';

export const followUp = {
  title: 'What we promised before',
  from: (title: string) => `From ${title}`,
  hint: 'Kept, moved or dropped: that is all there is to say. What nobody talks about is carried on as it is.',
  none: 'Nothing was left open before.',
  noneFrom: (title: string) => `Nothing was left open in ${title}.`,
  noneHint: 'Actions of this meeting come here next time, when its room continues this one.',
  answered: (said: number, all: number) => `${said} of ${all} answered`,
  fateOf: (title: string) => `What has become of ${title}`,
  fates: { kept: 'Kept', moved: 'Moved', dropped: 'Dropped' },
  notYet: 'Not talked about yet',
  noOwner: 'Nobody owned it',
  due: (day: string) => `due ${day}`,
  noDue: 'had no date',
  newDay: 'New date',
  newDayOf: (title: string) => `New date of ${title}`,
  noNewDay: 'No new date',
  chooseDay: 'By when instead?',
  why: 'Why',
  whyMoved: 'What was in the way?',
  whyDropped: 'Why is it no longer worth doing?',
  carriedOn: 'Not talked about, carried on',
  movedTo: (day: string) => `Moved to ${day}`,
  movedOpen: 'Moved, without a new date',
  droppedOpen: 'Dropped, without a why',
} as const;

const notBoth =
  'Only somebody who facilitated that room can bring it, in the browser in which they did. Or they save its record as a file, and it is opened here.';

/** Of bringing it into a room that was made without it. */
export const bringing = {
  title: 'Did you meet before?',
  hint: 'What was left open there comes here, for everybody. Only its title and its open actions are taken over.',
  known: 'Rooms that you facilitated in this browser',
  from: (title: string, day: string) => `From ${title}, ${day}`,
  link: 'Link of the earlier room',
  linkWrong: 'There is no room in this link. It has /r/ or /j/ in it.',
  bring: 'Take over what is open',
  file: 'Open its saved record',
  brought: (count: number) => (count === 1 ? '1 action is here.' : `${count} actions are here.`),
  nothingOpen: 'Nothing was left open there.',
  failed: 'That could not be loaded. Try again when there is a connection.',
  offline: 'This can be done when there is a connection again.',
  refused: {
    'no-seat': notBoth,
    'not-yours-to-do': notBoth,
    'bad-input': 'A room cannot continue itself.',
  } as Readonly<Partial<Record<ErrorCode, string>>>,
} as const;
