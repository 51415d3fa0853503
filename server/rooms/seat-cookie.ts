/** The cookie that is a seat: one per room, unreadable to scripts. Over https its name binds it to this host. */
import { parse, serialize } from 'cookie';
import { idPattern, type RoomId } from '../../src/protocol/ids.ts';

const keepSeconds = 30 * 24 * 60 * 60;

function cookieName(room: RoomId, secure: boolean): string {
  return secure ? `__Host-hearth-${room}` : `hearth-${room}`;
}

/** The token in a request's Cookie header, or null. Under https only the host-bound cookie counts. */
export function seatTokenIn(header: string | undefined, room: RoomId, secure: boolean): string | null {
  if (header === undefined || !idPattern.test(room)) return null;
  return parse(header)[cookieName(room, secure)] ?? null;
}

/** The Set-Cookie value that gives this browser the seat for 30 days. */
export function seatCookie(room: RoomId, token: string, secure: boolean): string {
  return serialize(cookieName(room, secure), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: keepSeconds,
  });
}
