/** What a link leads to, decided from the seat this browser has and the role the link gives. */
import { errors, type ErrorCode, type Outcome } from '#protocol/errors.ts';
import type { PeekAnswer, SeatAnswer } from '#protocol/http.ts';
import { roles, secretPattern, type Role, type RoomId } from '#protocol/ids.ts';
import { keepFacilitatorLink } from '$lib/room/facilitator-link.ts';
import { ownSeat, peek, takeSeat } from '$lib/room/rooms-api.ts';

export type Link =
  | { readonly kind: 'opening' }
  /** The part behind # is missing or cut off. */
  | { readonly kind: 'incomplete' }
  /** `seated`: where the seat that this browser has anyway leads; null where it has none. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly seated: string | null }
  /** This browser has a seat: nothing to ask. */
  | { readonly kind: 'seated'; readonly to: string }
  /** It has one, as `name`, and the link would give it more: `seated` leads in with nothing changed. */
  | {
      readonly kind: 'raising';
      readonly peek: PeekAnswer;
      readonly name: string;
      readonly seated: string;
      readonly refused: ErrorCode | null;
    }
  /** It brings somebody's own seat to this browser; `seated` as above, where there is another one already. */
  | {
      readonly kind: 'moving';
      readonly peek: PeekAnswer;
      readonly name: string;
      readonly seated: string | null;
      readonly refused: ErrorCode | null;
    }
  /** A name is asked for. `seated` as above, for an observer who would now take part; null without a seat. */
  | {
      readonly kind: 'welcome';
      readonly peek: PeekAnswer;
      readonly seated: string | null;
      readonly refused: ErrorCode | null;
    };

/** Changes nothing: a seat is taken or raised by `enterRoom`. An observer link of somebody seated opens read-only. */
export async function openLink(room: RoomId, secret: string): Promise<Link> {
  const isComplete = secretPattern.test(secret);
  const [seat, seen] = await Promise.all([ownSeat(room), isComplete ? peek(room, secret) : null]);
  if (seat.ok) return openSeated(room, secret, seat.answer, seen);
  if (errors[seat.code].retry) return { kind: 'refused', code: seat.code, seated: null };
  if (seen === null) return { kind: 'incomplete' };
  if (!seen.ok) return { kind: 'refused', code: seen.code, seated: null };
  if (seen.answer.moves !== undefined) return moving(seen.answer, seen.answer.moves, null);
  if (seen.answer.door === 'locked') return { kind: 'refused', code: 'door-locked', seated: null };
  return { kind: 'welcome', peek: seen.answer, seated: null, refused: null };
}

function moving(peek: PeekAnswer, name: string, seated: string | null): Link {
  return { kind: 'moving', peek, name, seated, refused: null };
}

/** A link that opens nothing, or could not be asked about, takes nobody's seat away. */
function openSeated(
  room: RoomId,
  secret: string,
  { role, name }: SeatAnswer,
  seen: Outcome<{ answer: PeekAnswer }> | null,
): Link {
  const seated = addressFor(room, false);
  if (seen === null) return { kind: 'seated', to: seated };
  if (!seen.ok) return { kind: 'refused', code: seen.code, seated };
  if (seen.answer.moves !== undefined) return moving(seen.answer, seen.answer.moves, seated);
  const offered = seen.answer.role;
  if (offered === 'facilitator' && role === 'facilitator') keepFacilitatorLink(room, secret);
  // A closed room raises nobody.
  if (!isHigher(offered, role) || seen.answer.closed) {
    return { kind: 'seated', to: addressFor(room, offered === 'observer' && role !== 'observer') };
  }
  // Observers have no name, and everybody else is asked for one.
  return name === ''
    ? { kind: 'welcome', peek: seen.answer, seated, refused: null }
    : { kind: 'raising', peek: seen.answer, name, seated, refused: null };
}

/** Takes a seat, or raises the one that this browser has. A facilitator's link is kept: no server could show it again. */
export async function enterRoom(
  room: RoomId,
  secret: string,
  role: Role,
  name: string,
): Promise<Outcome<{ to: string }>> {
  const taken = await takeSeat(room, secret, role === 'observer' ? undefined : name);
  if (!taken.ok) return taken;
  if (role === 'facilitator' && taken.answer.role === 'facilitator') keepFacilitatorLink(room, secret);
  return { ok: true, to: addressFor(room, false) };
}

/** The seat that the link moves is this browser's from now on. */
export async function moveHere(room: RoomId, secret: string): Promise<Outcome<{ to: string }>> {
  const taken = await takeSeat(room, secret);
  return taken.ok ? { ok: true, to: addressFor(room, false) } : taken;
}

function addressFor(room: RoomId, watching: boolean): string {
  return watching ? `/r/${room}?as=observer` : `/r/${room}`;
}

function isHigher(offered: Role, own: Role): boolean {
  return roles.indexOf(offered) < roles.indexOf(own);
}
