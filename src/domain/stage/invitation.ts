/**
 * The meeting for calendars, before it begins. Made from the stage, since there is nothing to record yet. Times are in
 * UTC, which every calendar shows in its reader's own zone, in winter and in summer. The revision is the sequence: a
 * file fetched after the plan changed replaces the entry of an earlier one.
 */
import type { PreRead } from '../agenda/segment.ts';
import { slug } from '../record/exports/file-name.ts';
import { calendarFile, ICAL } from '../record/exports/ical.ts';
import { words } from '../record/exports/phrases.ts';
import { minuteMs } from './clock.ts';
import type { StageState } from './state.ts';

/** Of a pre-read that is text: calendars are for finding it, not for reading. */
const excerptChars = 280;
const fileNameChars = 60;

export interface InvitationPlace {
  readonly room: string;
  /** Address that opens the room for whoever reads the entry. */
  readonly link: string;
  /** Server ms at which the file is made. */
  readonly now: number;
}

/** Null where no start is planned. */
export function invitationCalendar(stage: StageState, { room, link, now }: InvitationPlace): string | null {
  const { plannedStart, minutes, rev, title } = stage;
  if (plannedStart === null) return null;
  const event = new ICAL.Component('vevent');
  // No id of an action has a dot: none of them can take the place of the meeting.
  event.updatePropertyWithValue('uid', `the.meeting@${room}`);
  event.updatePropertyWithValue('dtstamp', moment(now));
  event.updatePropertyWithValue('sequence', rev);
  event.updatePropertyWithValue('dtstart', moment(plannedStart.at));
  event.updatePropertyWithValue('dtend', moment(plannedStart.at + minutes * minuteMs));
  event.updatePropertyWithValue('summary', words(title, 'Meeting'));
  event.updatePropertyWithValue('description', description(stage, link));
  event.updatePropertyWithValue('location', link);
  event.updatePropertyWithValue('url', link);
  return calendarFile([event], 'Invitation');
}

/** By its title, so that several can lie beside each other; plain ASCII, as for the files of a record. */
export function invitationFileName({ title }: Pick<StageState, 'title'>): string {
  return `${slug(title).slice(0, fileNameChars).replace(/-$/, '') || 'invitation'}.ics`;
}

/** To the second, which is all that the format has. */
function moment(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true);
}

function description({ segments }: StageState, link: string): string {
  const toRead = segments.flatMap(({ preReads }) => preReads.map(preReadLine));
  return [`Join: ${link}`, ...(toRead.length > 0 ? ['', 'Please read before:', ...toRead] : [])].join('\n');
}

function preReadLine({ title, link, text }: PreRead): string {
  const what = link === '' ? excerpt(text) : link;
  return what === '' ? `- ${words(title)}` : `- ${words(title)}: ${what}`;
}

function excerpt(text: string): string {
  const line = words(text, '');
  if (line.length <= excerptChars) return line;
  return `${line
    .slice(0, excerptChars)
    .toWellFormed()
    .replace(/\ufffd$/, '')} …`;
}
