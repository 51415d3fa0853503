/**
 * How a draft becomes a note: fresh ids under the server's own hand, shuffled, in the same commit as the mark on the
 * desk and the receipt's hash. Nothing that leaves here for the board says whose desk it came from, unless notes in
 * this room carry names: then each is signed as it is published.
 */
import { emptied, type Draft } from '../../src/domain/desk/desk.ts';
import type { Segment } from '../../src/domain/agenda/segment.ts';
import { isAhead } from '../../src/domain/stage/before.ts';
import { mayAddNotes } from '../../src/domain/stage/board-lock.ts';
import { segmentOf } from '../../src/domain/stage/gathering.ts';
import { lensesShownMeanwhile } from '../../src/domain/stage/shown-lenses.ts';
import { roleOf } from '../../src/domain/stage/standing.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { LensId, NoteId, SeatId, SegmentId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import { deskKey } from './document-keys.ts';
import { hashOf } from './links.ts';
import type { Room } from './room.ts';
import { newId, shuffle, type Chance } from './surroundings.ts';
import type { Turn } from './turn.ts';

export interface Waiting {
  readonly seat: SeatId;
  readonly draft: Draft;
}

/** Lenses that may stand on the notes of a segment now. */
type LensesOf = (segment: Segment) => readonly LensId[];

/** Lenses for which somebody has written in this segment, on a desk or on the board. */
export function lensesWritten(room: Room, segment: SegmentId): Set<LensId> {
  const drafts = waitingDrafts(room, segment).map(({ draft }) => draft.lens);
  const notes = room
    .board()
    .readNotes()
    .filter((note) => note.segment === segment);
  return new Set([...drafts, ...notes.map(({ lens }) => lens)].filter((lens) => lens !== ''));
}

/** Reveals every draft of the segment. Only lenses in `shown` may stand on a note. */
export function publishSegment(
  room: Room,
  turn: Turn,
  segment: SegmentId,
  shown: readonly LensId[],
  chance: Chance,
): void {
  publishMixed(room, turn, waitingDrafts(room, segment), () => shown, chance);
}

/** The meeting gets to an open segment: what was added to it ahead goes to the board at once, or when that is unlocked. */
export function publishAhead(room: Room, turn: Turn, segment: SegmentId, chance: Chance): void {
  const { stage } = turn;
  if (segmentOf(stage, segment)?.policy !== 'open' || stage.boardLockedAt !== null) return;
  const added = waitingDrafts(room, segment).filter(({ draft }) => draft.released);
  publishMixed(room, turn, added, meanwhile(turn), chance);
}

/** After a desk changed: publishes what its author added where notes are open, and empties what is safely noted. */
export function tendDesk(room: Room, turn: Turn, seat: SeatId, chance: Chance): void {
  if (mayPublish(turn.stage, seat))
    publish(room, turn, releasedDrafts(room, turn, seat), meanwhile(turn), chance);
  emptyKeptDrafts(room, seat);
}

/** The board is open again: what people added meanwhile goes there. */
export function publishAdded(room: Room, turn: Turn, chance: Chance): void {
  const added = room.seats.standing().flatMap(({ id }) => releasedDrafts(room, turn, id));
  publishMixed(room, turn, added, meanwhile(turn), chance);
}

/** No desk keeps a trace of words that were taken off the board. */
export function emptyDraftsOf(room: Room, note: NoteId): void {
  for (const { id } of room.seats.all()) emptyDrafts(room, id, (draft) => draft.note === note);
}

/** When a room closes nobody can change notes any more, so no desk keeps a trace of what became one. */
export function emptyAllPublished(room: Room): void {
  for (const { id } of room.seats.all()) emptyDrafts(room, id, (draft) => draft.published !== null);
}

/**
 * Several at once. Put in an order of their own before they are shuffled, so that with the same chance the outcome is
 * the same whoever wrote which.
 */
export function publishMixed(
  room: Room,
  turn: Turn,
  waiting: readonly Waiting[],
  lensesOf: LensesOf,
  chance: Chance,
): void {
  const ordered = [...waiting].sort((a, b) => compareTexts(sortKey(a), sortKey(b)));
  publish(room, turn, shuffle(ordered, chance), lensesOf, chance);
}

/** For notes that go to the board while rounds go on. */
export function meanwhile({ stage }: Turn): LensesOf {
  return (segment) => lensesShownMeanwhile(stage, segment);
}

/** Written and not published, by whoever is in the room. */
export function waitingDrafts(room: Room, segment: SegmentId): Waiting[] {
  return room.seats.standing().flatMap(({ id }) =>
    room
      .desk(id)
      .readDrafts()
      .filter((draft) => draft.segment === segment && isWaiting(draft))
      .map((draft) => ({ seat: id, draft })),
  );
}

function releasedDrafts(room: Room, turn: Turn, seat: SeatId): Waiting[] {
  return room
    .desk(seat)
    .readDrafts()
    .filter((draft) => draft.released && isWaiting(draft) && isOpen(turn, draft.segment))
    .map((draft) => ({ seat, draft }));
}

/** Whether what this seat adds, or lets go of, can go to the board by itself. */
export function mayPublish(stage: StageState, seat: SeatId): boolean {
  return stage.phase !== 'closed' && mayAddNotes(stage, roleOf(stage, seat));
}

/** Notes appear as they are added, but nothing before its time where people could write ahead. */
function isOpen(turn: Turn, segment: SegmentId): boolean {
  return segmentOf(turn.stage, segment)?.policy === 'open' && !isAhead(turn.stage, segment);
}

function isWaiting(draft: Draft): boolean {
  return draft.published === null && draft.text.trim() !== '';
}

function publish(
  room: Room,
  turn: Turn,
  waiting: readonly Waiting[],
  lensesOf: LensesOf,
  chance: Chance,
): void {
  if (waiting.length === 0) return;
  const board = room.board();
  // What finds no space stays on its desk, where its author sees it waiting.
  const space = Math.max(0, limits.boardNotes - board.readNotes().length);
  const taken = waiting.slice(0, space).map((one) => ({ ...one, note: newId(chance) }));
  board.together(() => {
    for (const { seat, draft, note } of taken) {
      const segment = segmentOf(turn.stage, draft.segment);
      board.addNote(note, {
        segment: draft.segment,
        lens: segment && lensesOf(segment).includes(draft.lens) ? draft.lens : '',
        prompt: segment?.prompts.some(({ id }) => id === draft.prompt) ? draft.prompt : '',
        text: draft.text.trim(),
        signedBy: turn.stage.named ? seat : null,
      });
    }
  });
  for (const { seat, draft, note } of taken) {
    room.desk(seat).markPublished(draft.id, note, hashOf(draft.text));
    if (draft.receipt === '') continue;
    room.receipts.set(note, draft.receipt);
    turn.receipts.push({ room: room.id, note, hash: draft.receipt });
  }
}

/** A draft without a receipt has nothing that its author's browser could keep. */
function emptyKeptDrafts(room: Room, seat: SeatId): void {
  emptyDrafts(room, seat, (draft) => draft.published !== null && (draft.kept || draft.receipt === ''));
}

function emptyDrafts(room: Room, seat: SeatId, which: (draft: Draft) => boolean): void {
  const desk = room.desk(seat);
  const done = desk.readDrafts().filter((draft) => draft.published !== emptied && which(draft));
  if (done.length === 0) return;
  desk.together(() => {
    for (const draft of done) desk.emptyDraft(draft.id, isAsPublished(draft) ? 'erase' : 'leave');
  });
  room.document(deskKey(seat)).eraseTraces();
}

/** Words that differ from what was published were typed since, and are nowhere else. */
function isAsPublished({ text, published }: Draft): boolean {
  return hashOf(text) === published;
}

function sortKey({ draft }: Waiting): string {
  return `${draft.text} ${draft.receipt}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
