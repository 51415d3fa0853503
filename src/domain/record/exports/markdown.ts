/**
 * The record as a Markdown file: the lines for others first, then decisions and promises, then what they rest on. Of an
 * incident the review comes first.
 */
import type { RecordedIncident, RoomRecord } from '../room-record.ts';
import { withoutGathered } from '../review.ts';
import { heading, writeBlocks, type Block } from './blocks.ts';
import { dateOf } from './file-name.ts';
import { earlierBlocks } from './earlier-section.ts';
import { frontMatter } from './front-matter.ts';
import { incidentBlocks } from './incident-sections.ts';
import { oneLine } from './one-line.ts';
import {
  actionBlocks,
  decisionBlocks,
  escalationBlocks,
  headlineBlocks,
  letGoBlocks,
  spikeBlocks,
} from './outcome-sections.ts';
import { coverageBlocks, meetingBlocks, noteBlocks, openBlocks, winBlocks } from './sections.ts';
import { timeBlocks } from './time-section.ts';
import { pollBlocks, topicBlocks } from './topic-sections.ts';

/** GitHub-flavoured Markdown with flat front matter, line feeds only; no text in it can change its structure. */
export function recordMarkdown(record: RoomRecord): string {
  const title = oneLine(record.title) || 'Untitled room';
  const { incident } = record;
  const body = incident ? reviewBlocks(record, incident) : meetingFirst(record);
  return `${head(record, title)}\n${writeBlocks([heading(1, title), ...body])}`;
}

function meetingFirst(record: RoomRecord): Block[] {
  return [
    ...headlineBlocks(record),
    ...meetingBlocks(record),
    ...decisionBlocks(record),
    ...actionBlocks(record),
    ...earlierBlocks(record),
    ...spikeBlocks(record),
    ...escalationBlocks(record),
    ...winBlocks(record),
    ...restBlocks(record),
  ];
}

/** The incident first; what was gathered, thanked and promised stands there already. */
function reviewBlocks(record: RoomRecord, incident: RecordedIncident): Block[] {
  return [
    ...incidentBlocks(record, incident),
    ...headlineBlocks(record),
    ...meetingBlocks(record),
    ...decisionBlocks(record),
    ...earlierBlocks(record),
    ...spikeBlocks(record),
    ...escalationBlocks(record),
    ...restBlocks({ ...record, segments: record.segments.map(withoutGathered) }),
  ];
}

function restBlocks(record: RoomRecord): Block[] {
  return [
    ...topicBlocks(record),
    ...coverageBlocks(record),
    ...letGoBlocks(record),
    ...openBlocks(record),
    ...noteBlocks(record),
    ...pollBlocks(record),
    ...timeBlocks(record),
  ];
}

function head(record: RoomRecord, title: string): string {
  return frontMatter({
    title,
    date: { day: dateOf(record) },
    type: record.incident ? 'incident' : 'retro',
    template: record.format.id,
    facilitator: record.facilitator,
    participants: record.people,
    duration_planned_min: record.minutes.planned,
    duration_actual_min: record.minutes.actual,
    ...roti(record),
    tags: [record.incident ? 'incident' : 'retro'],
    id: record.room,
    schema: record.schema,
  });
}

/** How many chose each step of the last one, lowest first; nothing where it was not asked or stays hidden. */
function roti({ polls }: RoomRecord) {
  const poll = polls.findLast(({ question, counts }) => question === 'roti' && counts !== null);
  return { roti_scale: poll?.scale ?? null, roti: poll?.counts?.map(({ count }) => count) ?? null };
}
