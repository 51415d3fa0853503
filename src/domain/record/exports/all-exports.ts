/** Every file that a record can leave as. Server and browser offer exactly these, and write the same bytes. */
import type { RoomRecord } from '../room-record.ts';
import { recordJson } from './archive.ts';
import { actionsCalendar, actionsTasks } from './calendar.ts';
import { decisionsZip } from './decisions-zip.ts';
import { recordFileName } from './file-name.ts';
import { githubMarkdown } from './github.ts';
import { recordMarkdown } from './markdown.ts';
import { actionsCsv, notesCsv, timelineCsv } from './tables.ts';

export interface RecordExport {
  readonly mediaType: string;
  /** What the name of a downloaded file ends with. */
  readonly ending: string;
  readonly write: (record: RoomRecord) => string | Uint8Array<ArrayBuffer>;
}

const text = (type: string) => `text/${type}; charset=utf-8`;

/** By the name under which it is asked for. */
export const recordExports = {
  'record.md': { mediaType: text('markdown'), ending: '.md', write: recordMarkdown },
  'record.github.md': { mediaType: text('markdown'), ending: '.github.md', write: githubMarkdown },
  'decisions.zip': { mediaType: 'application/zip', ending: '-decisions.zip', write: decisionsZip },
  'actions-calendar.ics': { mediaType: text('calendar'), ending: '-calendar.ics', write: actionsCalendar },
  'actions-tasks.ics': { mediaType: text('calendar'), ending: '-tasks.ics', write: actionsTasks },
  'actions.csv': { mediaType: text('csv'), ending: '-actions.csv', write: actionsCsv },
  'notes.csv': { mediaType: text('csv'), ending: '-notes.csv', write: notesCsv },
  'timeline.csv': { mediaType: text('csv'), ending: '-timeline.csv', write: timelineCsv },
  'record.json': { mediaType: 'application/json; charset=utf-8', ending: '.json', write: recordJson },
} as const satisfies Readonly<Record<string, RecordExport>>;

export type ExportName = keyof typeof recordExports;
export const exportNames = Object.keys(recordExports) as readonly ExportName[];

export function exportFileName(name: ExportName, record: RoomRecord): string {
  return recordFileName(record, recordExports[name].ending);
}
