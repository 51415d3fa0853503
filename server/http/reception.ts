/**
 * Who a request comes from: somebody with a seat, by cookie, or somebody with a link, by its secret. Guessing is
 * counted per network address. Whether a room is unknown, gone or closed to the caller cannot be told apart.
 */
import type { IncomingMessage } from 'node:http';
import { isIn } from '../../src/domain/stage/standing.ts';
import type { ErrorCode, Outcome } from '../../src/protocol/errors.ts';
import type { RoomId } from '../../src/protocol/ids.ts';
import type { Doorway } from '../rooms/doorway.ts';
import { hashOf } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import { seatCookie, seatTokenIn } from '../rooms/seat-cookie.ts';
import { openingBehind, type Opening } from '../rooms/seating.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import type { SeatRow } from '../store/store.ts';

export interface RoomParams {
  readonly room: RoomId;
}

export interface ReceptionOptions {
  readonly registry: RoomRegistry;
  readonly doorway: Doorway;
  /** Wrong secrets, receipts and cookies, per network address. */
  readonly wrongSecrets: TokenBuckets;
  readonly isStopping: () => boolean;
}

/** An id that no room ever gets: ours are longer. */
const nowhere: RoomId = '-';

export class Reception {
  readonly #options: ReceptionOptions;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  /**
   * With the caller's seat in the room. Wrong cookies are counted, but people with a right one are let in all the same;
   * whoever waits at the door is told so.
   */
  bySeat<T>(
    request: IncomingMessage,
    id: RoomId,
    call: (room: Room, seat: SeatRow) => Promise<Outcome<T>> | Outcome<T>,
  ): Promise<Outcome<T>> {
    return this.byAnySeat(request, id, (room, seat) =>
      isIn(room.stage, seat.id) ? call(room, seat) : { ok: false, code: 'at-the-door' },
    );
  }

  /** Also with one that waits at the door. */
  async byAnySeat<T>(
    request: IncomingMessage,
    id: RoomId,
    call: (room: Room, seat: SeatRow) => Promise<Outcome<T>> | Outcome<T>,
  ): Promise<Outcome<T>> {
    const token = this.tokenIn(request, id);
    if (token === null) return { ok: false, code: 'no-seat' };
    return this.#options.registry.use(id, (room) => {
      const seat = room?.seats.byToken(hashOf(token));
      return room && seat ? call(room, seat) : this.#wrong(request, room, 'no-seat');
    });
  }

  /** With what the secret of a link opens. */
  byLink<T>(
    request: IncomingMessage,
    id: RoomId,
    secret: string,
    call: (room: Room, opening: Opening) => Promise<Outcome<T>> | Outcome<T>,
  ): Promise<Outcome<T>> {
    return this.guessing(request, id, 'not-found', (room) => {
      const opening = openingBehind(room, secret, room.now);
      return opening && (() => call(room, opening));
    });
  }

  /** With whatever `find` makes of a secret; null means that it was wrong. Too many of those and nobody may try. */
  async guessing<T>(
    request: IncomingMessage,
    id: RoomId,
    wrong: ErrorCode,
    find: (room: Room) => (() => Promise<Outcome<T>> | Outcome<T>) | null,
  ): Promise<Outcome<T>> {
    const { doorway, registry, wrongSecrets } = this.#options;
    if (!wrongSecrets.has(doorway.addressOf(request))) return { ok: false, code: 'too-many' };
    return registry.use(id, (room) => {
      const found = room && find(room);
      return found ? found() : this.#wrong(request, room, wrong);
    });
  }

  /** The seat this browser has in the room already, or at its door. */
  seatIn(request: IncomingMessage, room: Room): SeatRow | undefined {
    const token = this.tokenIn(request, room.id);
    return token === null ? undefined : room.seats.byToken(hashOf(token));
  }

  tokenIn(request: IncomingMessage, id: RoomId): string | null {
    return seatTokenIn(request.headers.cookie, id, this.#options.doorway.isSecure(request));
  }

  /** The Set-Cookie value for a seat's token; null where there is none to set. */
  cookie(request: IncomingMessage, id: RoomId, token: string | null): string | null {
    return token === null ? null : seatCookie(id, token, this.#options.doorway.isSecure(request));
  }

  /** A room in memory is asked for on disk all the same, so that the answer takes as long as for one that is not there. */
  async #wrong(
    request: IncomingMessage,
    room: Room | null,
    code: ErrorCode,
  ): Promise<{ readonly ok: false; readonly code: ErrorCode }> {
    const { doorway, isStopping, registry, wrongSecrets } = this.#options;
    if (isStopping()) return { ok: false, code: 'restarting' };
    if (room) await registry.use(nowhere, () => null);
    return { ok: false, code: wrongSecrets.take(doorway.addressOf(request)) ? code : 'too-many' };
  }
}
