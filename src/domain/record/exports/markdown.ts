/** The record as a Markdown file: decisions and promises first, then what they rest on. */
import type { RoomRecord } from '../room-record.ts';
import { heading, writeBlocks } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { frontMatter } from './front-matter.ts';
import { oneLine } from './one-line.ts';
import {
  actionBlocks,
  coverageBlocks,
  dataBlocks,
  decisionBlocks,
  metaBlocks,
  noteBlocks,
  openBlocks,
  winBlocks,
} from './sections.ts';

/** GitHub-flavoured Markdown with flat front matter, line feeds only; no text in it can change its structure. */
export function recordMarkdown(record: RoomRecord): string {
  const title = oneLine(record.title) || 'Untitled room';
  const body = writeBlocks([
    heading(1, title),
    ...metaBlocks(record),
    ...decisionBlocks(record),
    ...actionBlocks(record),
    ...winBlocks(record),
    ...coverageBlocks(record),
    ...openBlocks(record),
    ...noteBlocks(record),
    ...dataBlocks(record),
  ]);
  return `${head(record, title)}\n${body}`;
}

function head(record: RoomRecord, title: string): string {
  return frontMatter({
    title,
    date: { day: dateOf(record) },
    type: 'retro',
    template: record.format.id,
    facilitator: record.facilitator,
    participants: record.people,
    duration_planned_min: record.minutes.planned,
    duration_actual_min: record.minutes.actual,
    tags: ['retro'],
    id: record.room,
    schema: record.schema,
  });
}
