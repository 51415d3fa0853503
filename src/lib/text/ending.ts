/** Words of a room's end: deleting it, until when it is kept, and what stays on a device. */
import { dayTime, longDay, people } from './dates.ts';

/** A room can be closed without that a meeting began in it. */
function meetingOf(startedAt: number | null, isOver: boolean): string {
  if (startedAt === null) return isOver ? 'it was closed without a meeting' : 'its meeting has not begun';
  return `its meeting ${isOver ? 'was on' : 'has gone on since'} ${dayTime(startedAt)}`;
}

function notesOn(count: number): string {
  return count === 0 ? 'no notes' : count === 1 ? '1 note' : `${count} notes`;
}

export const ending = {
  menu: 'Delete this room',
  title: 'Delete this room for everybody?',
  made: (openedAt: number, startedAt: number | null, isOver: boolean) =>
    `It was made on ${longDay(openedAt)}, and ${meetingOf(startedAt, isOver)}.`,
  holds: (count: number, notes: number, isOver: boolean) => {
    const [one, several] = isOver ? ['was', 'were'] : ['is', 'are'];
    return `${people(count)} ${count === 1 ? one : several} in it, and its board has ${notesOn(notes)}.`;
  },
  what: 'The board, everybody’s drafts, the votes, the links and the record are erased from the server at once. This cannot be undone.',
  download: 'Download the record first if anybody may need it.',
  toRecord: 'Open the record',
  type: (title: string) => `Type “${title}” to delete it`,
  go: 'Delete for everybody',
  deleting: 'Deleting',

  keptUntil: (at: number) => `Kept until ${longDay(at)}`,
  keptWhy: 'Then the room is deleted, unless something is done in it before.',
  keptJoining: (at: number) =>
    `This room is kept until ${longDay(at)} and then deleted, unless something is done in it before.`,

  deleted: 'This room has been deleted',
  deletedWhy:
    'A facilitator deleted it, or nothing was done in it for as long as this server keeps rooms. Nobody can open it any more.',
  stays: 'What is still on this device',
  nothing: 'This browser holds nothing of it.',
  words: (count: number) => (count === 1 ? 'A note of yours' : `${count} notes of yours`),
  copyWords: 'Copy them all',
  copyWord: 'Copy it',
  record: 'The record, as the room was last seen here',
  saveMarkdown: 'Download Markdown',
  saveJson: 'Download everything (JSON)',
  saveFailed: 'This could not be made here. Load the page again, then try once more.',
  clear: 'Clear this device',
  clearTitle: 'Clear it from this device?',
  clearHint: 'Your notes and the copy of the record go from this browser. They are nowhere else.',
  clearGo: 'Clear it',
} as const;
