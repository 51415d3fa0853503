/**
 * From the stage and the board to the record: deterministic, so that everybody who builds it from the same two gets
 * the same bytes. It reads only what every seat may see; drafts and unrevealed notes are in neither source.
 */
import type { RoomId } from '#protocol/ids.ts';
import { formatNames } from '../agenda/formats/format-names.ts';
import { isThanks } from '../agenda/segment.ts';
import type { EarlierAction } from '../board/earlier.ts';
import { removedSinceStart } from '../stage/announced.ts';
import { withTopicNames } from '../stage/open-items.ts';
import type { StageState } from '../stage/state.ts';
import type { BoardContents } from './board-contents.ts';
import { recordActions } from './record-action.ts';
import { recordIncident } from './record-incident.ts';
import { recordNote, saysSomething } from './record-note.ts';
import { recordOutcomes } from './record-outcome.ts';
import { recordPeople } from './record-people.ts';
import { recordPolls } from './record-poll.ts';
import { recordSegment } from './record-segment.ts';
import { recordTopics } from './record-topic.ts';
import { recordName, type RecordedEarlier, type RoomRecord } from './room-record.ts';
import { pausedMs, spentMs, toMinutes } from './spent-time.ts';

export function buildRecord(stage: StageState, board: BoardContents, room: RoomId): RoomRecord {
  const notes = board.notes.filter(saysSomething);
  return {
    schema: recordName,
    room,
    revision: stage.rev + board.changes,
    title: stage.title,
    format: { id: stage.format, name: formatNames[stage.format] },
    openedAt: timeOf(stage.openedAt),
    startedAt: timeOrNull(stage.startedAt),
    closedAt: timeOrNull(stage.closedAt),
    ...(stage.announced ? { announcedEnd: timeOf(stage.announced.endsAt) } : {}),
    closedAnyway: stage.openItems.length > 0,
    whyClosed: stage.whyOpen,
    openItems: withTopicNames(stage.openItems, board.topics).map(({ kind, title, lacks }) => ({
      ...{ kind, title, lacks: [...lacks] },
    })),
    minutes: meetingMinutes(stage),
    ...recordPeople(stage, board),
    headlines: { ...board.headlines },
    ...recordOutcomes(stage, board),
    actions: recordActions(stage, board),
    continues: stage.continues,
    earlier: board.earlier.map(recordEarlier),
    ...recordIncident(stage, board),
    wins: recordWins(stage, notes),
    topics: recordTopics(stage, board),
    polls: recordPolls(stage, board.topics),
    segments: stage.segments.map((segment) => recordSegment(segment, stage, notes)),
    removedSegments: removedSinceStart(stage).map(({ id, title, minutes }) => ({
      ...{ id, title, announcedMinutes: minutes },
    })),
  };
}

function recordEarlier({ id, title, owner, due, aim, fate, movedTo, why }: EarlierAction): RecordedEarlier {
  return { id, title, owner, due, aim, fate, movedTo: fate === 'moved' ? movedTo : null, why };
}

/** In the order of the board, whichever segment they were given in. */
function recordWins(stage: StageState, notes: BoardContents['notes']): RoomRecord['wins'] {
  const known = new Map(stage.segments.filter(isThanks).map((segment) => [segment.id, segment]));
  return notes.flatMap((note) => {
    const segment = known.get(note.segment);
    if (!segment) return [];
    const prompt = segment.prompts.find(({ id }) => id === note.prompt)?.name ?? null;
    return [{ ...recordNote(note, stage), segment: segment.title, prompt }];
  });
}

function meetingMinutes(stage: StageState): RoomRecord['minutes'] {
  const runs = Object.values(stage.runs);
  const isOver = stage.closedAt !== null && stage.startedAt !== null;
  const actual = runs.reduce((sum, run) => sum + (spentMs(run, stage.closedAt) ?? 0), 0);
  const paused = runs.reduce((sum, run) => sum + pausedMs(run), 0);
  return {
    planned: Math.round(stage.minutes),
    ...(stage.announced ? { announced: Math.round(stage.announced.minutes) } : {}),
    actual: isOver ? toMinutes(actual) : null,
    paused: toMinutes(paused),
    ...buffer(stage),
  };
}

function buffer({ announced, bufferMs, plannedBufferMs }: StageState): Pick<RoomRecord['minutes'], 'buffer'> {
  if (plannedBufferMs + bufferMs + (announced?.bufferMs ?? 0) === 0) return {};
  return {
    buffer: {
      planned: toMinutes(plannedBufferMs),
      ...(announced ? { announced: toMinutes(announced.bufferMs) } : {}),
      left: toMinutes(bufferMs),
    },
  };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

function timeOrNull(ms: number | null): string | null {
  return ms === null ? null : timeOf(ms);
}
