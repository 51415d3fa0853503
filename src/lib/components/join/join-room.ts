/** What a link leads to, decided from the seat this browser has and the role the link gives. */
import type { ErrorCode, Outcome } from '#protocol/errors.ts';
import type { PeekAnswer } from '#protocol/http.ts';
import { roles, secretPattern, type Role, type RoomId } from '#protocol/ids.ts';
import { ownSeat, peek, takeSeat } from '$lib/room/rooms-api.ts';

export type Link =
  | { readonly kind: 'opening' }
  /** The part behind # is missing or cut off. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  /** This browser has a seat: nothing to ask. */
  | { readonly kind: 'seated'; readonly to: string }
  | { readonly kind: 'welcome'; readonly peek: PeekAnswer; readonly refused: ErrorCode | null };

/** A link of a higher role raises the seat that is there; an observer link of somebody seated opens read-only. */
export async function openLink(room: RoomId, secret: string): Promise<Link> {
  const complete = secretPattern.test(secret);
  const [seat, seen] = await Promise.all([ownSeat(room), complete ? peek(room, secret) : null]);
  if (seat.ok) {
    const { role, name } = seat.answer;
    const offered = seen?.ok ? seen.answer.role : role;
    if (isHigher(offered, role)) await takeSeat(room, secret, name);
    return { kind: 'seated', to: addressFor(room, offered === 'observer' && role !== 'observer') };
  }
  if (seen === null) return { kind: 'incomplete' };
  if (!seen.ok) return { kind: 'refused', code: seen.code };
  return { kind: 'welcome', peek: seen.answer, refused: null };
}

export async function enterRoom(
  room: RoomId,
  secret: string,
  role: Role,
  name: string,
): Promise<Outcome<{ to: string }>> {
  const taken = await takeSeat(room, secret, role === 'observer' ? undefined : name);
  return taken.ok ? { ok: true, to: addressFor(room, false) } : taken;
}

function addressFor(room: RoomId, watching: boolean): string {
  return watching ? `/r/${room}?as=observer` : `/r/${room}`;
}

function isHigher(offered: Role, own: Role): boolean {
  return roles.indexOf(offered) < roles.indexOf(own);
}
