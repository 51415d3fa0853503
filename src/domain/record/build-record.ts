/**
 * From the stage and the board to the record: deterministic, so that everybody who builds it from the same two gets
 * the same bytes. It reads only what every seat may see; drafts and unrevealed notes are in neither source.
 */
import type { RoomId } from '#protocol/ids.ts';
import { formatOf } from '../agenda/formats.ts';
import type { Action, Decision, Note, Owner } from '../board/board.ts';
import { actionLacks } from '../stage/open-items.ts';
import type { StageState } from '../stage/state.ts';
import { recordSegment } from './record-segment.ts';
import { recordVersion, type RecordedAction, type RoomRecord } from './room-record.ts';
import { pausedMs, spentMs, toMinutes } from './spent-time.ts';

/** What `Board` reads, taken at one moment. */
export interface BoardContents {
  readonly notes: readonly Note[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly Action[];
}

export function buildRecord(stage: StageState, board: BoardContents, room: RoomId): RoomRecord {
  const notes = board.notes.filter((note) => note.text.trim() !== '');
  const winSegments = new Set(stage.segments.filter((s) => s.activity === 'wins').map((s) => s.id));
  return {
    schema: `hearth-record-${recordVersion}`,
    room,
    title: stage.title,
    format: { id: stage.format, name: formatOf(stage.format).name },
    openedAt: timeOf(stage.openedAt),
    startedAt: timeOrNull(stage.startedAt),
    closedAt: timeOrNull(stage.closedAt),
    closedAnyway: stage.openItems.length > 0,
    openItems: stage.openItems.map(({ kind, title, lacks }) => ({ kind, title, lacks: [...lacks] })),
    minutes: meetingMinutes(stage),
    ...people(stage),
    decisions: words(board.decisions.filter((decision) => decision.text.trim() !== '')),
    actions: board.actions.filter(saysSomething).map((action) => recordAction(action, stage)),
    wins: words(notes.filter((note) => winSegments.has(note.segment))),
    segments: stage.segments.map((segment) => recordSegment(segment, stage, notes)),
  };
}

/** Id and text, and nothing else that an entry may carry. */
function words(entries: readonly { readonly id: string; readonly text: string }[]) {
  return entries.map(({ id, text }) => ({ id, text }));
}

/** A line that is still completely empty promises nothing. */
function saysSomething({ title, owner, due }: Action): boolean {
  return title.trim() !== '' || owner !== null || due !== null;
}

function recordAction(action: Action, stage: StageState): RecordedAction {
  const owner = ownerName(action.owner, stage);
  const lacks = actionLacks(stage, owner === null ? { ...action, owner: null } : action);
  return { id: action.id, title: action.title, owner, due: action.due, lacks: [...lacks] };
}

/** A seat that the roster does not know owns nothing. */
function ownerName(owner: Owner | null, stage: StageState): string | null {
  if (owner?.kind === 'name') return owner.name;
  const seat = owner && Object.hasOwn(stage.seats, owner.seat) ? stage.seats[owner.seat] : undefined;
  return seat && seat.name.trim() !== '' ? seat.name : null;
}

function people(stage: StageState): Pick<RoomRecord, 'facilitator' | 'people'> {
  const named = Object.values(stage.seats).filter((seat) => seat.role !== 'observer' && seat.name !== '');
  return {
    facilitator: named.find((seat) => seat.role === 'facilitator')?.name ?? null,
    people: named.map((seat) => seat.name),
  };
}

function meetingMinutes(stage: StageState): RoomRecord['minutes'] {
  const runs = Object.values(stage.runs);
  const isOver = stage.closedAt !== null && stage.startedAt !== null;
  const actual = runs.reduce((sum, run) => sum + (spentMs(run, stage.closedAt) ?? 0), 0);
  const paused = runs.reduce((sum, run) => sum + pausedMs(run), 0);
  return { planned: stage.minutes, actual: isOver ? toMinutes(actual) : null, paused: toMinutes(paused) };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

function timeOrNull(ms: number | null): string | null {
  return ms === null ? null : timeOf(ms);
}
