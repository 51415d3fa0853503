/** Who is in the room, joined from the roster (names, roles) and the presence (here, ready, looking where). */
import type { StageState } from '#domain/stage/state.ts';
import type { Role, SeatId, SegmentId } from '#protocol/ids.ts';
import type { Presence } from '#protocol/stage-wire.ts';

export interface Person {
  readonly seat: SeatId;
  readonly name: string;
  readonly role: Role;
  readonly isHere: boolean;
  readonly isReady: boolean;
  readonly looksAt: SegmentId | null;
  /** Place in the queue of raised hands, from 1; null where it is down. */
  readonly hand: number | null;
}

/** Those in the room: facilitators first, then by name; whoever is not connected comes last. */
export function peopleOf(stage: StageState, presence: Presence): readonly Person[] {
  const here = new Map(presence.map((seat) => [seat.seat, seat]));
  return Object.entries(stage.seats)
    .filter(([, { standing }]) => standing === 'in')
    .map(([seat, { name, role }]) => ({
      seat,
      name,
      role,
      isHere: here.get(seat)?.connected ?? false,
      isReady: here.get(seat)?.ready ?? false,
      looksAt: here.get(seat)?.lookingAt ?? null,
      hand: here.get(seat)?.hand ?? null,
    }))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Those at the door, in the order in which they came. */
export function waitingAtDoor(
  stage: StageState,
): readonly { readonly seat: SeatId; readonly name: string; readonly role: Role }[] {
  return Object.entries(stage.seats)
    .filter(([, { standing }]) => standing === 'waiting')
    .map(([seat, { name, role }]) => ({ seat, name, role }));
}

function rank(person: Person): number {
  return (person.isHere ? 0 : 10) + (person.role === 'facilitator' ? 0 : 1);
}

export function isWriter(person: Person): boolean {
  return person.role !== 'observer';
}

/** Readiness is asked of the participants who are here; facilitators are the ones who wait for it. */
export function readiness(people: readonly Person[]): { readonly ready: number; readonly of: number } {
  const asked = people.filter((person) => person.isHere && person.role === 'participant');
  return { ready: asked.filter((person) => person.isReady).length, of: asked.length };
}

/** Two letters for an avatar: of the first and the last word, or of the only one. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const first = [...(words[0] ?? '?')];
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : first[1];
  return `${first[0] ?? '?'}${last ?? ''}`.toLocaleUpperCase();
}
