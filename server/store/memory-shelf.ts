/** What the memory store keeps of one room, and the rules of its tables. */
import { StoreConflict, type Change, type StoredRoom, type UntouchedPage } from './store.ts';
import type { RoomId } from '../../src/protocol/ids.ts';
import type {
  BallotRow,
  ClientIdRow,
  CommandRow,
  DocumentKey,
  EventRow,
  LinkRow,
  ReceiptRow,
  RoomRow,
  SeatRow,
  StoredBallot,
} from './store.ts';

interface KeptDocument {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/** Maps are keyed by what must be unique. */
interface Shelf {
  readonly room: RoomRow;
  touchedAt: number;
  readonly links: Map<string, LinkRow>;
  readonly seats: Map<string, SeatRow>;
  readonly events: EventRow[];
  readonly commands: Map<string, CommandRow>;
  readonly clientIds: Map<string, ClientIdRow>;
  readonly receipts: Map<string, ReceiptRow>;
  readonly ballots: Map<string, StoredBallot>;
  readonly documents: Map<DocumentKey, KeptDocument>;
}

export type Shelves = ReadonlyMap<RoomId, Shelf>;

/** The shelves after the change; those given stay as they are. Throws StoreConflict. The change's bytes are kept. */
export function withChange(shelves: Shelves, change: Change): Shelves {
  const draft = new Draft(shelves);
  for (const row of change.rooms ?? []) draft.add(row);
  for (const row of change.links ?? []) draft.shelf(row.room).links.set(row.role, row);
  for (const row of change.seats ?? []) draft.shelf(row.room).seats.set(row.id, row);
  for (const { room, id } of change.erasedSeats ?? []) draft.shelf(room).seats.delete(id);
  for (const row of change.events ?? []) addEvent(draft.shelf(row.room).events, row);
  for (const row of change.commands ?? [])
    addOnce(draft.shelf(row.room).commands, `${row.seat} ${row.cmdId}`, row);
  for (const row of change.clientIds ?? []) {
    addOnce(draft.shelf(row.room).clientIds, `${row.document} ${row.clientId}`, row);
  }
  for (const row of change.receipts ?? []) addOnce(draft.shelf(row.room).receipts, row.note, row);
  for (const row of change.ballots ?? []) putBallot(draft.shelf(row.room).ballots, row);
  for (const { room, poll } of change.erasedBallots ?? []) eraseBallots(draft.shelf(room).ballots, poll);
  for (const row of change.snapshots ?? []) {
    draft.shelf(row.room).documents.set(row.document, { snapshot: row.bytes, updates: [] });
  }
  for (const row of change.updates ?? []) {
    const { documents } = draft.shelf(row.room);
    const { snapshot, updates } = documents.get(row.document) ?? { snapshot: null, updates: [] };
    documents.set(row.document, { snapshot, updates: [...updates, row.bytes] });
  }
  for (const { room, at } of change.touches ?? []) {
    const shelf = draft.shelf(room);
    shelf.touchedAt = Math.max(shelf.touchedAt, at);
  }
  for (const room of change.erasedRooms ?? []) draft.erase(room);
  return draft.shelves;
}

/** Clones a shelf when it is first written to. */
class Draft {
  readonly shelves: Map<RoomId, Shelf>;
  readonly #own = new Set<RoomId>();

  constructor(shelves: Shelves) {
    this.shelves = new Map(shelves);
  }

  add(room: RoomRow): void {
    if (this.shelves.has(room.id)) throw new StoreConflict(`room ${room.id} is there already`);
    this.shelves.set(room.id, emptyShelf(room));
    this.#own.add(room.id);
  }

  erase(room: RoomId): void {
    if (!this.shelves.delete(room)) throw new StoreConflict(`there is no room ${room}`);
    this.#own.delete(room);
  }

  shelf(room: RoomId): Shelf {
    const shelf = this.shelves.get(room);
    if (shelf === undefined) throw new StoreConflict(`there is no room ${room}`);
    if (this.#own.has(room)) return shelf;
    const own = cloneOf(shelf);
    this.shelves.set(room, own);
    this.#own.add(room);
    return own;
  }
}

function addEvent(events: EventRow[], row: EventRow): void {
  if (row.rev !== events.length + 1) {
    throw new StoreConflict(`event ${row.rev} of room ${row.room} is not the next one`);
  }
  events.push(row);
}

function addOnce<Row>(rows: Map<string, Row>, key: string, row: Row): void {
  if (rows.has(key)) throw new StoreConflict(`${key} is there already`);
  rows.set(key, row);
}

function putBallot(ballots: Map<string, StoredBallot>, { body, ...row }: BallotRow): void {
  const key = `${row.poll} ${row.seat}`;
  if (body === null) ballots.delete(key);
  else ballots.set(key, { ...row, body });
}

function eraseBallots(ballots: Map<string, StoredBallot>, poll: string): void {
  for (const [key, row] of ballots) if (row.poll === poll) ballots.delete(key);
}

function emptyShelf(room: RoomRow): Shelf {
  return {
    room,
    touchedAt: room.createdAt,
    links: new Map(),
    seats: new Map(),
    events: [],
    commands: new Map(),
    clientIds: new Map(),
    receipts: new Map(),
    ballots: new Map(),
    documents: new Map(),
  };
}

function cloneOf(shelf: Shelf): Shelf {
  return {
    room: shelf.room,
    touchedAt: shelf.touchedAt,
    links: new Map(shelf.links),
    seats: new Map(shelf.seats),
    events: [...shelf.events],
    commands: new Map(shelf.commands),
    clientIds: new Map(shelf.clientIds),
    receipts: new Map(shelf.receipts),
    ballots: new Map(shelf.ballots),
    documents: new Map(shelf.documents),
  };
}

/** In the order that StoredRoom promises, sharing nothing with the shelf. */
export function storedRoom(shelf: Shelf): StoredRoom {
  return structuredClone({
    room: shelf.room,
    touchedAt: shelf.touchedAt,
    links: sorted(shelf.links.values(), (row) => [row.role]),
    seats: sorted(shelf.seats.values(), (row) => [row.createdAt, row.id]),
    events: shelf.events,
    commands: sorted(shelf.commands.values(), (row) => [row.seat, row.cmdId]),
    clientIds: sorted(shelf.clientIds.values(), (row) => [row.document, row.clientId]),
    receipts: sorted(shelf.receipts.values(), (row) => [row.note]),
    ballots: sorted(shelf.ballots.values(), (row) => [row.poll, row.seat]),
    documents: sorted(shelf.documents, ([key]) => [key]).map(([key, kept]) => ({
      key,
      ...kept,
      quarantined: 0,
    })),
  });
}

export function untouchedRooms(shelves: Shelves, { before, after, limit }: UntouchedPage): RoomId[] {
  const due = [...shelves.values()].filter(({ room, touchedAt }) => room.id > after && touchedAt < before);
  return due
    .map(({ room }) => room.id)
    .sort()
    .slice(0, limit);
}

function sorted<Row>(rows: Iterable<Row>, by: (row: Row) => (string | number)[]): Row[] {
  return [...rows].sort((one, other) => compare(by(one), by(other)));
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? '';
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
