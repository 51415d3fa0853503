/** Who sits in the room. The server calls these itself: joining is a matter of links and cookies, not of commands. */
import type { Door } from '#protocol/commands/hold.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { Role, SeatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { isLeftToOthers } from './acting.ts';
import type { EventOf, StageEvent } from './events.ts';
import { seatOf } from './standing.ts';
import type { StageState } from './state.ts';

const rank: Readonly<Record<Role, number>> = { observer: 0, participant: 1, facilitator: 2 };

function isHigher(role: Role, than: Role): boolean {
  return rank[role] > rank[than];
}

/** What the door is to somebody new who has a link of this role. A facilitator's link always works. */
export function doorFor({ door }: Pick<StageState, 'door'>, role: Role): Door {
  return role === 'facilitator' ? 'open' : door;
}

export interface NewSeat {
  readonly seat: SeatId;
  readonly name: string;
  readonly role: Role;
  /** What the link gives, where it is not the role: whoever comes to a closed room reads. */
  readonly link?: Role;
}

/**
 * A name that somebody in the room has gets a number: "Ana 2". Names of removed seats are free. An empty one stays empty.
 * Waits where newcomers are asked about, under the name that was given: a number would say who is inside. Nothing where
 * the seat is taken.
 */
export function takeSeat(
  state: StageState,
  { seat, name, role, link = role }: NewSeat,
  now: number,
): StageEvent[] {
  if (Object.hasOwn(state.seats, seat)) return [];
  const waits = doorFor(state, link) === 'ask';
  const taken = { seat, name: waits ? name : freeName(state, seat, name), role, ...(waits && { waits }) };
  return [{ at: now, type: 'seatTaken', ...taken }];
}

/** Refused in a closed room: its record names people as they were. */
export function renameSeat(
  state: StageState,
  seat: SeatId,
  name: string,
  now: number,
): Outcome<{ events: StageEvent[] }> {
  const present = seatOf(state, seat);
  if (!present) return { ok: false, code: 'no-seat' };
  if (state.phase === 'closed') return { ok: false, code: 'room-closed' };
  const free = present.standing === 'waiting' ? name : freeName(state, seat, name);
  const events: StageEvent[] =
    present.name === free ? [] : [{ at: now, type: 'seatRenamed', seat, name: free }];
  return { ok: true, events };
}

/**
 * A link of a higher role raises a seat, and one of facilitators also a seat that facilitates for now; one of a lower
 * role changes nothing. Nobody waits who has a facilitator's.
 */
export function raiseSeat(state: StageState, seat: SeatId, role: Role, now: number): StageEvent[] {
  const present = seatOf(state, seat);
  const confirms = role === 'facilitator' && present?.acting;
  if (!present || !(isHigher(role, present.role) || confirms)) return [];
  const raised: StageEvent = { at: now, type: 'seatRaised', seat, role };
  const enters = present.standing === 'waiting' && doorFor(state, role) === 'open';
  return enters ? [letIn(state, seat, now), raised] : [raised];
}

/** Now everybody learns who it is, and the name gets its number where it needs one. */
export function letIn(state: StageState, seat: SeatId, now: number): EventOf<'knockAnswered'> {
  const name = freeName(state, seat, seatOf(state, seat)?.name ?? '');
  return { at: now, type: 'knockAnswered', seat, admit: true, name };
}

/** Whose seats end where the link of this role does: all of the role that `by` may take away, waiting ones too. */
export function whoLeavesWith(state: StageState, link: Role, by: SeatId): SeatId[] {
  if (link === 'facilitator') return [];
  return Object.entries(state.seats)
    .filter(([, seat]) => seat.role === link && seat.standing !== 'removed')
    .map(([seat]) => seat)
    .filter((seat) => !isLeftToOthers(state, by, { type: 'takeFrom', seat }));
}

/** The link of this role has ended, and the seats of whoever came by it with it. */
export function dropRole(state: StageState, link: Role, by: SeatId, now: number): StageEvent[] {
  return whoLeavesWith(state, link, by).map((seat) => ({ at: now, type: 'seatRemoved', seat }));
}

/** Names at the door are nobody's yet: whoever took one inside would learn from the number who waits. */
function freeName(state: StageState, seat: SeatId, name: string): string {
  if (name === '') return name;
  const taken = new Set(
    Object.entries(state.seats)
      .filter(([other, { standing }]) => other !== seat && standing === 'in')
      .map(([, { name }]) => likeness(name)),
  );
  let candidate = name;
  for (let number = 2; taken.has(likeness(candidate)); number++) candidate = numbered(name, number);
  return candidate;
}

/** Two names with the same likeness look or sound like one person. */
export function likeness(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase();
}

/** Whether this is that name with a number, as given to somebody who came when another one had it. */
export function isNumbered(name: string, plain: string): boolean {
  const number = Number(/ (\d+)$/.exec(name)?.[1] ?? 0);
  return number >= 2 && likeness(numbered(plain, number)) === likeness(name);
}

/** Within the longest name allowed, without cutting a character in two. */
function numbered(name: string, number: number): string {
  const suffix = ` ${number}`;
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length + suffix.length > limits.nameChars) break;
    kept += character;
  }
  return kept.trimEnd() + suffix;
}
