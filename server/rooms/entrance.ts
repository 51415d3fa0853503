/** The way in for live connections: whose cookie it is, whether there is space, and in which role they are here. */
import { isIn } from '../../src/domain/stage/standing.ts';
import type { ErrorCode, Outcome } from '../../src/protocol/errors.ts';
import type { Role, RoomId, SeatId } from '../../src/protocol/ids.ts';
import { hashOf } from './links.ts';
import type { RoomRegistry } from './room-registry.ts';
import type { Room } from './room.ts';
import { seatTokenIn } from './seat-cookie.ts';

export interface SocketLimits {
  /** 0 turns a limit off. */
  readonly perSeat: number;
  readonly perRoom: number;
}

export interface Visit {
  readonly room: Room;
  readonly seat: SeatId;
  /** Connected read-only beside the seat's own connections: the wall, or `?as=observer`. */
  readonly watching: boolean;
  /** The role now: it can change while the connection lives. Null once the seat is gone. */
  role(): Role | null;
  /** Calls once with the reason when this seat's connections end, or have ended already; returns its own stop. */
  onEnd(ender: (code: ErrorCode) => void): () => void;
  leave(): void;
}

export interface Knock {
  readonly room: RoomId;
  readonly cookies: string | undefined;
  readonly secure: boolean;
  readonly watching: boolean;
}

/** Unknown rooms and rooms where this browser has no seat look the same. */
export async function enterRoom(
  registry: RoomRegistry,
  limits: SocketLimits,
  knock: Knock,
): Promise<Outcome<{ visit: Visit }>> {
  const opened = await registry.open(knock.room);
  if (!opened) return { ok: false, code: registry.isClosing ? 'restarting' : 'no-seat' };
  const { room, release } = opened;
  const refuse = (code: ErrorCode): Outcome<{ visit: Visit }> => {
    release();
    return { ok: false, code };
  };
  const token = seatTokenIn(knock.cookies, knock.room, knock.secure);
  const seat = token === null ? undefined : room.seats.byToken(hashOf(token));
  if (!seat) return refuse('no-seat');
  if (!isIn(room.stage, seat.id)) return refuse('at-the-door');
  const leaveCount = room.sockets.enter(seat.id, limits);
  if (!leaveCount) return refuse('room-full');
  const ending = watchForEnd(room, seat.id);
  let here = true;
  const visit: Visit = {
    room,
    seat: seat.id,
    watching: knock.watching,
    role: () => (ending.code === null ? roleNow(room, seat.id, knock.watching) : null),
    onEnd: (ender) => ending.onEnd(ender),
    leave() {
      if (!here) return;
      here = false;
      ending.stop();
      leaveCount();
      release();
    },
  };
  return { ok: true, visit };
}

function roleNow(room: Room, seat: SeatId, watching: boolean): Role | null {
  const role = room.seats.get(seat)?.role ?? null;
  return watching && role !== null ? 'observer' : role;
}

/** From the moment somebody is let in: a seat may be taken away while its connection is still being made. */
function watchForEnd(room: Room, seat: SeatId) {
  const enders = new Set<(code: ErrorCode) => void>();
  const ending = {
    code: null as ErrorCode | null,
    stop: room.onSeatEnd((whose, code) => {
      if (whose !== seat) return;
      ending.code = code;
      for (const ender of [...enders]) ender(code);
    }),
    onEnd(ender: (code: ErrorCode) => void) {
      enders.add(ender);
      if (ending.code !== null) ender(ending.code);
      return () => void enders.delete(ender);
    },
  };
  return ending;
}
