/**
 * Actions for calendars (RFC 5545). Two files that are never mixed: many calendars refuse a whole file because of one
 * task in it. Ids, times and the sequence come from the record, so that importing again changes entries and does not
 * double them.
 */
import type { RecordedAction, RoomRecord } from '../room-record.ts';
import { calendarFile, ICAL } from './ical.ts';
import { labelled, unnamed, words } from './phrases.ts';

/** An all-day event on the day when each action is due, which leaves its owner free; none for one without a date. */
export function actionsCalendar(record: RoomRecord): string {
  return calendarFile(
    record.actions.flatMap((action) => {
      if (action.due === null) return [];
      const event = entry('vevent', action, record);
      const day = ICAL.Time.fromDateString(action.due);
      event.updatePropertyWithValue('dtstart', day);
      event.updatePropertyWithValue('dtend', dayAfter(day));
      event.updatePropertyWithValue('transp', 'TRANSPARENT');
      return [event];
    }),
    'Record',
  );
}

/** Every action as a task to be done, due on its day where it has one. */
export function actionsTasks(record: RoomRecord): string {
  return calendarFile(
    record.actions.map((action) => {
      const task = entry('vtodo', action, record);
      if (action.due !== null) task.updatePropertyWithValue('due', ICAL.Time.fromDateString(action.due));
      task.updatePropertyWithValue('status', 'NEEDS-ACTION');
      return task;
    }),
    'Record',
  );
}

function entry(kind: 'vevent' | 'vtodo', action: RecordedAction, record: RoomRecord): ICAL.Component {
  const made = new ICAL.Component(kind);
  made.updatePropertyWithValue('uid', `${action.id}@${record.room}`);
  made.updatePropertyWithValue('dtstamp', stampOf(record));
  made.updatePropertyWithValue('sequence', record.revision ?? 0);
  made.updatePropertyWithValue('summary', words(action.title, 'Untitled action'));
  made.updatePropertyWithValue('description', description(action, record));
  made.updatePropertyWithValue('categories', 'retro');
  return made;
}

/** When the record became what it is, as far as it says; to the second, which is all that the format has. */
function stampOf({ openedAt, startedAt, closedAt }: RoomRecord): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${(closedAt ?? startedAt ?? openedAt).slice(0, 19)}Z`);
}

/** The end of an all-day event is the first day that is free again. */
function dayAfter(day: ICAL.Time): ICAL.Time {
  const next = day.clone();
  next.adjust(1, 0, 0, 0);
  return next;
}

function description(action: RecordedAction, record: RoomRecord): string {
  return [
    `Owner: ${action.owner === null ? 'nobody yet' : words(action.owner, unnamed)}`,
    ...labelled('Aim', action.aim ?? null),
    ...labelled('How we will see it', action.check),
    ...labelled('Note to my future self', action.toSelf),
    ...labelled('Note to a teammate', action.toTeammate),
    ...labelled('Topic', action.topic),
    ...labelled('From', record.title),
  ].join('\n');
}
