/** Decisions and escalations as one file each, in a folder that can be put beside the code that they are about. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { RoomRecord } from '../room-record.ts';
import { decisionFile, decisionTitle } from './decision-file.ts';
import { escalationFile, escalationTitle } from './escalation-file.ts';
import { slug } from './file-name.ts';
import { words } from './phrases.ts';

const longestTitle = 60;

/** The same bytes for the same record, wherever it is made. */
export function decisionsZip(record: RoomRecord): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [name, text] of filesOf(record)) files[name] = [strToU8(text), { mtime: dosTime }];
  // Where there is nothing to say, an archive that says so: an empty one is broken to many readers.
  if (Object.keys(files).length === 0)
    files['README.md'] = [
      strToU8('# No decisions\n\nNothing was decided or escalated.\n'),
      { mtime: dosTime },
    ];
  return zipSync(files, { level: 6 });
}

function filesOf(record: RoomRecord): [name: string, text: string][] {
  const names = record.decisions.map((decision, index) =>
    numbered(index, decisionTitle(decision), 'decision'),
  );
  const nameOf = (text: string | null) => {
    const at = text === null ? -1 : record.decisions.findIndex((one) => words(one.text) === words(text));
    return names[at]?.replace(/\.md$/, '') ?? null;
  };
  const decisions = record.decisions.map((decision, index): [string, string] => [
    names[index] ?? '',
    decisionFile(decision, record, nameOf(decision.supersededBy)),
  ]);
  const escalations = record.escalations.map((escalation, index): [string, string] => [
    `escalations/${numbered(index, escalationTitle(escalation), 'escalation')}`,
    escalationFile(escalation, record),
  ]);
  return [...decisions, ...escalations];
}

/** `0001-we-deploy-on-mondays.md`: plain ASCII, whatever the title. */
function numbered(index: number, title: string, otherwise: string): string {
  const dashed = slug(title).slice(0, longestTitle).replace(/-$/, '');
  return `${String(index + 1).padStart(4, '0')}-${dashed || otherwise}.md`;
}

/** Zip files keep local time. The earliest that they can say is the same everywhere. */
const dosTime = new Date(1980, 0, 1);
