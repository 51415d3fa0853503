/** The way in for live connections: whose cookie it is, whether there is space, and in which role they are here. */
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
  const leaveCount = room.sockets.enter(seat.id, limits);
  if (!leaveCount) return refuse('room-full');
  let here = true;
  const visit: Visit = {
    room,
    seat: seat.id,
    watching: knock.watching,
    role: () => (knock.watching ? 'observer' : (room.seats.get(seat.id)?.role ?? null)),
    leave() {
      if (!here) return;
      here = false;
      leaveCount();
      release();
    },
  };
  return { ok: true, visit };
}
