/** What the documents of a room are called in the store, and what may stand in each. */
import { boardShape } from '../../src/domain/board/schema.ts';
import { deskShape } from '../../src/domain/desk/schema.ts';
import type { DocumentShape } from '../../src/domain/yjs/shape.ts';
import type { DocumentName, SeatId } from '../../src/protocol/ids.ts';
import type { DocumentKey } from '../store/store.ts';

const deskPrefix = 'desk:';

export function deskKey(seat: SeatId): DocumentKey {
  return deskPrefix + seat;
}

/** What a person's `board` or `desk` is called in the store. */
export function documentKey(name: DocumentName, seat: SeatId): DocumentKey {
  return name === 'board' ? 'board' : deskKey(seat);
}

/** Whose desk this is; null for the board. */
export function seatOfDesk(key: DocumentKey): SeatId | null {
  return key.startsWith(deskPrefix) ? key.slice(deskPrefix.length) : null;
}

export function shapeOf(key: DocumentKey): DocumentShape {
  return key === 'board' ? boardShape : deskShape;
}
