/** All rooms in memory. One load in flight per room; a room leaves only after its last commit. */
import { openingOf, type Opening } from '../../src/domain/agenda/opening.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import type { ErrorCode, Outcome } from '../../src/protocol/errors.ts';
import type { NewRoom } from '../../src/protocol/http.ts';
import { idPattern, roles, type Role, type RoomId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import { Alarm } from './alarm.ts';
import { takeOver, type Earlier } from './earlier-room.ts';
import { makeIncidentParts } from './incident-parts.ts';
import { makeLink } from './links.ts';
import { publishLetGo } from './letting-go.ts';
import { tendDesk } from './publication.ts';
import { Room } from './room.ts';
import { addSeat, type Seating } from './seating.ts';
import { newId, type Surroundings } from './surroundings.ts';

export interface MadeRoom {
  readonly room: Room;
  readonly secrets: Readonly<Record<Role, string>>;
  readonly seating: Seating;
}

interface Lodging {
  readonly room: Promise<Room | null>;
  cancelEviction: () => void;
}

export class RoomRegistry {
  readonly #around: Surroundings;
  readonly #key: Uint8Array;
  readonly #rooms = new Map<RoomId, Lodging>();
  #closing = false;

  /** `key` seals links; it is the store's own. */
  constructor(around: Surroundings, key: Uint8Array) {
    this.#around = around;
    this.#key = key;
  }

  get key(): Uint8Array {
    return this.#key;
  }

  /** Makes the room, its links and the facilitator's seat. Refuses an agenda that contradicts itself or fits no time. */
  async make(
    request: NewRoom,
    earlier: Earlier = { title: null, actions: request.actions },
  ): Promise<Outcome<{ made: MadeRoom }>> {
    const { clock, chance, store } = this.#around;
    const follows = earlier.actions.length > 0;
    const planned = openingOf(request, { fresh: newId(chance), follows });
    if (!planned.ok) return planned;
    const id = newId(chance);
    const links = roles.map((role) => makeLink(id, role, this.#key, chance));
    await store.commit({
      rooms: [{ id, createdAt: clock.now() }],
      links: links.map(({ row }) => row),
    });
    return this.use(id, async (room) => {
      if (!room) throw new Error('a room that was just stored is not there');
      const seating = await room.do((turn) => {
        turn.emit(openingEvents(request, planned.opening, earlier.title, turn.now));
        room.parts().outcomes.addHeadlines();
        makeIncidentParts(room, turn.stage);
        takeOver(room, earlier, chance);
        return addSeat(room, turn, { role: 'facilitator', name: request.name ?? '' }, chance);
      });
      const secrets = Object.fromEntries(links.map(({ row, secret }) => [row.role, secret])) as Record<
        Role,
        string
      >;
      return { ok: true, made: { room, secrets, seating } };
    });
  }

  /** Runs with the room held in memory, or with null where there is none. */
  async use<T>(id: RoomId, call: (room: Room | null) => Promise<T> | T): Promise<T> {
    const opened = await this.open(id);
    if (!opened) return call(null);
    try {
      return await call(opened.room);
    } finally {
      opened.release();
    }
  }

  /** Loads the room if needed and holds it until `release`. Null where there is none, or the server is stopping. */
  async open(id: RoomId): Promise<{ room: Room; release: () => void } | null> {
    if (this.#closing || !idPattern.test(id)) return null;
    const lodging = this.#rooms.get(id) ?? this.#lodge(id);
    const room = await lodging.room;
    // It failed while we waited, and is out of the map already: what is on disk is loaded anew.
    if (room?.hasFailed) return this.open(id);
    if (!room) return null;
    lodging.cancelEviction();
    const release = room.hold();
    return {
      room,
      release: () => {
        release();
        this.#evictLater(id, lodging);
      },
    };
  }

  /** Nothing is opened any more: whoever asks is to come back when the server is up again. */
  get isClosing(): boolean {
    return this.#closing;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Every waiting change is stored, then every connection is told to come back. Opens nothing afterwards. */
  async close(code: ErrorCode = 'restarting'): Promise<void> {
    this.#closing = true;
    const lodgings = [...this.#rooms.values()];
    this.#rooms.clear();
    await Promise.all(
      lodgings.map(async (lodging) => {
        lodging.cancelEviction();
        const room = await lodging.room.catch(() => null);
        await room?.settled();
        room?.end(code);
      }),
    );
  }

  #lodge(id: RoomId): Lodging {
    const lodging: Lodging = { room: this.#load(id), cancelEviction: () => {} };
    this.#rooms.set(id, lodging);
    const forget = () => {
      if (this.#rooms.get(id) === lodging) this.#rooms.delete(id);
    };
    lodging.room.then((room) => (room ? room.onEnd(forget) : forget()), forget);
    return lodging;
  }

  async #load(id: RoomId): Promise<Room | null> {
    const stored = await this.#around.store.loadRoom(id);
    if (!stored) return null;
    const { clock, chance } = this.#around;
    const room = new Room(stored, this.#around, (room, turn, seat) => {
      tendDesk(room, turn, seat, chance);
      publishLetGo(room, turn, chance);
    });
    new Alarm(room, clock, chance).start();
    return room;
  }

  #evictLater(id: RoomId, lodging: Lodging): void {
    lodging.cancelEviction();
    lodging.cancelEviction = this.#around.clock.after(
      limits.evictAfterMs,
      () => void this.#evict(id, lodging),
    );
  }

  async #evict(id: RoomId, lodging: Lodging): Promise<void> {
    const room = await lodging.room;
    if (!room || this.#rooms.get(id) !== lodging) return;
    await room.settled();
    if (!room.isIdle || this.#rooms.get(id) !== lodging) return;
    this.#rooms.delete(id);
    room.end('restarting');
  }
}

function openingEvents(
  request: NewRoom,
  opening: Opening,
  continues: string | null,
  at: number,
): StageEvent[] {
  const { title, minutes, people, named, expected = [] } = request;
  const { notes, ...plan } = opening;
  return [
    { type: 'roomOpened', at, title, minutes, people, named, continues, ...plan },
    ...notes.map((one) => ({ type: 'segmentNotesSet', at, ...one }) as const),
    ...(expected.length > 0 ? [{ type: 'expectedSet', at, people: expected } as const] : []),
  ];
}
