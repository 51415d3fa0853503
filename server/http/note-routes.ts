/**
 * Changing, withdrawing or signing a note by its receipt. Nothing is logged that would say whose browser asked, and
 * unless somebody signs, no cookie is read and no seat looked up: that would be the very link between a person and a
 * note that must not exist.
 */
import { timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { isIn } from '../../src/domain/stage/standing.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import { changeNoteSchema, type ChangeNote } from '../../src/protocol/http.ts';
import type { NoteId, SeatId } from '../../src/protocol/ids.ts';
import { hashOf } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import type { Turn } from '../rooms/turn.ts';
import { answering, parseBody, replyWith, type Answer } from './answering.ts';
import type { Reception } from './reception.ts';

/** What the receipt alone may ask for. */
type Unsigned = Exclude<ChangeNote, { sign: boolean }>;

export function noteRoutes(reception: Reception): Router {
  const router = Router();
  router.post(
    '/:room/notes/:note',
    answering<{ room: string; note: string }>((request) => {
      const parsed = parseBody(changeNoteSchema, request);
      if (!parsed.ok) return parsed;
      const { room: id, note } = request.params;
      return reception.guessing(request, id, 'unknown-note', (room) =>
        isReceiptOf(room, note, parsed.body.receipt)
          ? () => change(reception, request, room, note, parsed.body)
          : null,
      );
    }),
  );
  return router;
}

/** Takes as long for a note that is not there as for one that is. */
function isReceiptOf(room: Room, note: NoteId, receipt: string): boolean {
  const given = hashOf(receipt);
  const expected = room.receipts.get(note);
  const isSame = timingSafeEqual(Buffer.from(given), Buffer.from(expected ?? hashOf('')));
  return isSame && expected !== undefined;
}

/** Who signs is said by the cookie and by nothing in the message. */
function change(
  reception: Reception,
  request: Request<{ room: string; note: string }>,
  room: Room,
  note: NoteId,
  asked: ChangeNote,
): Promise<Answer> | Answer {
  if (!('sign' in asked)) return room.do((turn) => apply(room, turn, note, asked));
  const seat = reception.seatIn(request, room);
  if (!seat || !isIn(room.stage, seat.id)) return { ok: false, code: 'no-seat' };
  return room.do((turn) => sign(room, turn, note, asked.sign ? seat.id : null));
}

function sign(room: Room, turn: Turn, note: NoteId, seat: SeatId | null): Answer {
  const obstacle = obstacleTo(turn, note);
  if (obstacle) return { ok: false, code: obstacle };
  // By whoever wrote it, not by whoever has its receipt.
  if (turn.stage.named) return { ok: false, code: 'notes-carry-names' };
  return room.board().signNote(note, seat) ? done(room) : { ok: false, code: 'unknown-note' };
}

/** Withdrawing twice is withdrawing: an answer may get lost on its way. A locked board keeps nobody from it. */
function apply(room: Room, turn: Turn, note: NoteId, change: Unsigned): Answer {
  const obstacle = obstacleTo(turn, note);
  if (obstacle && !('withdraw' in change && obstacle === 'board-locked'))
    return { ok: false, code: obstacle };
  if ('text' in change) {
    const words = change.text.trim();
    if (words === '') return { ok: false, code: 'bad-input' };
    return room.board().changeNote(note, words) ? done(room) : { ok: false, code: 'unknown-note' };
  }
  room.board().withdrawNote(note);
  return done(room);
}

/** Who asks is not known here, so on a locked board the notes of facilitators stay as they are, too. */
function obstacleTo({ stage }: Turn, note: NoteId): ErrorCode | null {
  if (stage.phase === 'closed') return 'room-closed';
  if (stage.hiddenNotes.includes(note)) return 'note-hidden';
  return stage.boardLockedAt === null ? null : 'board-locked';
}

/** What stood there before is not kept anywhere. */
function done(room: Room): Answer {
  room.document('board').eraseTraces();
  return replyWith(204);
}
