/** One escalation as a page for whoever decides: what is asked, where people stand in their own words, and no verdict. */
import type { RecordedEscalation, RoomRecord } from '../room-record.ts';
import { heading, list, paragraph, prose, writeBlocks, type Block } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { positionLine } from './outcome-sections.ts';
import { labelled, needs, words } from './phrases.ts';

export function escalationFile(escalation: RecordedEscalation, record: RoomRecord): string {
  return writeBlocks([
    heading(1, `Decision needed: ${escalationTitle(escalation)}`),
    ...list(facts(escalation, record)),
    ...titled('Where people stand', list(escalation.positions.map(positionLine))),
    ...titled('Risks, also of not deciding', prose(escalation.risks)),
    ...titled('What was tried', prose(escalation.tried)),
    ...titled('Without an answer', prose(escalation.fallback)),
  ]);
}

export function escalationTitle({ needed, topic }: RecordedEscalation): string {
  return words(needed, words(topic ?? '', 'nothing written'));
}

function facts({ by, lacks, topic, whom }: RecordedEscalation, record: RoomRecord): string[] {
  const missing = needs('escalation', lacks);
  return [
    ...labelled('From', whom),
    ...labelled('By', by),
    ...labelled('Topic', topic),
    ...labelled('Raised in', `${words(record.title)}, ${dateOf(record)}`),
    ...labelled('Unfinished', missing),
  ];
}

/** A section that nobody wrote says so: whoever decides should not have to guess. */
function titled(title: string, blocks: readonly Block[]): Block[] {
  return [heading(2, title), ...(blocks.length > 0 ? blocks : [paragraph('Nothing was written down.')])];
}
