/** The record as a Markdown file: the lines for others first, then decisions and promises, then what they rest on. */
import type { RoomRecord } from '../room-record.ts';
import { heading, writeBlocks } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { earlierBlocks } from './earlier-section.ts';
import { frontMatter } from './front-matter.ts';
import { oneLine } from './one-line.ts';
import {
  actionBlocks,
  decisionBlocks,
  escalationBlocks,
  headlineBlocks,
  letGoBlocks,
  spikeBlocks,
} from './outcome-sections.ts';
import { coverageBlocks, dataBlocks, meetingBlocks, noteBlocks, openBlocks, winBlocks } from './sections.ts';
import { pollBlocks, topicBlocks } from './topic-sections.ts';

/** GitHub-flavoured Markdown with flat front matter, line feeds only; no text in it can change its structure. */
export function recordMarkdown(record: RoomRecord): string {
  const title = oneLine(record.title) || 'Untitled room';
  const body = writeBlocks([
    heading(1, title),
    ...headlineBlocks(record),
    ...meetingBlocks(record),
    ...decisionBlocks(record),
    ...actionBlocks(record),
    ...earlierBlocks(record),
    ...spikeBlocks(record),
    ...escalationBlocks(record),
    ...winBlocks(record),
    ...topicBlocks(record),
    ...coverageBlocks(record),
    ...letGoBlocks(record),
    ...openBlocks(record),
    ...noteBlocks(record),
    ...pollBlocks(record),
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
    ...roti(record),
    tags: ['retro'],
    id: record.room,
    schema: record.schema,
  });
}

/** How many chose each step of the last one, lowest first; nothing where it was not asked or stays hidden. */
function roti({ polls }: RoomRecord) {
  const poll = polls.findLast(({ question, counts }) => question === 'roti' && counts !== null);
  return { roti_scale: poll?.scale ?? null, roti: poll?.counts?.map(({ count }) => count) ?? null };
}
