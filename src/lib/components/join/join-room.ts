/** What a link leads to, decided from the seat this browser has and the role the link gives. */
import { errors, type ErrorCode, type Outcome } from '#protocol/errors.ts';
import type { PeekAnswer, SeatAnswer } from '#protocol/http.ts';
import { roles, secretPattern, type Role, type RoomId } from '#protocol/ids.ts';
import { ownSeat, peek, takeSeat } from '$lib/room/rooms-api.ts';

export type Link =
  | { readonly kind: 'opening' }
  /** The part behind # is missing or cut off. */
  | { readonly kind: 'incomplete' }
  /** `seated`: where the seat that this browser has anyway leads; null where it has none. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly seated: string | null }
  /** This browser has a seat: nothing to ask. */
  | { readonly kind: 'seated'; readonly to: string }
  | { readonly kind: 'welcome'; readonly peek: PeekAnswer; readonly refused: ErrorCode | null };

/** A link of a higher role raises the seat that is there; an observer link of somebody seated opens read-only. */
export async function openLink(room: RoomId, secret: string): Promise<Link> {
  const isComplete = secretPattern.test(secret);
  const [seat, seen] = await Promise.all([ownSeat(room), isComplete ? peek(room, secret) : null]);
  if (seat.ok) return openSeated(room, secret, seat.answer, seen);
  if (errors[seat.code].retry) return { kind: 'refused', code: seat.code, seated: null };
  if (seen === null) return { kind: 'incomplete' };
  if (!seen.ok) return { kind: 'refused', code: seen.code, seated: null };
  return { kind: 'welcome', peek: seen.answer, refused: null };
}

/** A link that opens nothing, or could not be asked about, takes nobody's seat away. */
async function openSeated(
  room: RoomId,
  secret: string,
  { role, name }: SeatAnswer,
  seen: Outcome<{ answer: PeekAnswer }> | null,
): Promise<Link> {
  const seated = addressFor(room, false);
  if (seen === null) return { kind: 'seated', to: seated };
  if (!seen.ok) return { kind: 'refused', code: seen.code, seated };
  const offered = seen.answer.role;
  if (!isHigher(offered, role)) {
    return { kind: 'seated', to: addressFor(room, offered === 'observer' && role !== 'observer') };
  }
  // Observers have no name, and everybody else is asked for one.
  if (name === '') return { kind: 'welcome', peek: seen.answer, refused: null };
  const raised = await takeSeat(room, secret, name);
  return raised.ok ? { kind: 'seated', to: seated } : { kind: 'refused', code: raised.code, seated };
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
