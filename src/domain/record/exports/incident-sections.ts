/** The review of an incident as Markdown, in the order in which such reviews are read. */
import { readWebAddress } from '../../board/web-address.ts';
import type { RecordedIncident, RoomRecord } from '../room-record.ts';
import { isLuck } from '../review.ts';
import { heading, list, paragraph, prose, type Block, type Item } from './blocks.ts';
import { actionBlocks } from './outcome-sections.ts';
import { labelled, linesOf, words } from './phrases.ts';
import { gatheredBlocks } from './sections.ts';
import { noteItem } from './topic-sections.ts';

const roleNames = {
  commander: 'Incident commander',
  deputy: 'Deputy',
  scribe: 'Scribe',
  experts: 'Experts',
  'customer-liaison': 'Customer liaison',
  'internal-liaison': 'Internal liaison',
} as const;

export function incidentBlocks(record: RoomRecord, incident: RecordedIncident): Block[] {
  const wins = (areLuck: boolean) => list(record.wins.filter((win) => isLuck(win) === areLuck).map(noteItem));
  return [
    ...titled('Summary', prose(incident.summary)),
    ...titled('Impact', prose(incident.impact)),
    ...titled('Timeline (UTC)', list(incident.timeline.map(timelineItem))),
    ...titled('Contributing factors', gatheredBlocks(record)),
    ...titled('Detection', prose(incident.detection)),
    ...titled('Resolution', prose(incident.resolution)),
    ...titled('What went well', wins(false)),
    ...titled('What did not', prose(incident.wentBadly)),
    ...titled('Where we were lucky', wins(true)),
    ...actionBlocks(record),
    ...titled('Messages', prose(incident.messages)),
    ...roleBlocks(incident),
  ];
}

/** RFC 3339, to the second unless somebody was more exact. */
function timelineItem({ at, what, source }: RecordedIncident['timeline'][number]): Item {
  return { text: `${at.replace('.000Z', 'Z')} ${words(what)}`, details: sourceOf(source) };
}

/** In a saved record anything may stand there; what no browser may open is words. */
function sourceOf(source: string | null): Item['details'] {
  const address = readWebAddress(source ?? '');
  return address === null ? labelled('Source', source) : [{ label: 'Source', address }];
}

function roleBlocks({ roles }: RecordedIncident): Block[] {
  const lines = roles.map(({ role, who }) => `${roleNames[role]}: ${linesOf(who).join(', ')}`);
  return lines.length === 0 ? [] : [heading(2, 'Roles'), ...list(lines)];
}

/** What is looked for and was not written says so. */
function titled(title: string, blocks: readonly Block[]): Block[] {
  return [heading(2, title), ...(blocks.length > 0 ? blocks : [paragraph('Nothing was written down.')])];
}
