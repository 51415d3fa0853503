/**
 * What of the stage is for facilitators alone: their notes, and the names of people whom they have not let in.
 * Everybody else is sent the rest, under the same revisions.
 */
import type { Role } from '#protocol/ids.ts';
import type { StageEvent } from './events.ts';
import { seatOf } from './standing.ts';
import type { StageState } from './state.ts';

export function stageFor(role: Role | null, stage: StageState): StageState {
  // Only the server undoes, and a second agenda would make every snapshot twice as long.
  const told = { ...stage, agendaBefore: null };
  if (role === 'facilitator') return told;
  return { ...told, facilitatorNotes: {}, seats: namelessAtDoor(stage.seats) };
}

/** `stage` is what it is after all that is told with this event. */
export function eventFor(role: Role | null, event: StageEvent, stage: StageState): StageEvent {
  if (role === 'facilitator' || !isForFacilitators(event, stage)) return event;
  return event.type === 'segmentNotesSet' ? { ...event, notes: '' } : { ...event, name: '' };
}

type Secret = Extract<StageEvent, { type: 'segmentNotesSet' | 'seatTaken' | 'seatRenamed' }>;

/** Whether others are sent only a part of it. Whoever is let in is named by the event that says so. */
export function isForFacilitators(event: StageEvent, stage: StageState): event is Secret {
  switch (event.type) {
    case 'segmentNotesSet':
      return true;
    case 'seatTaken':
      return event.waits ?? false;
    case 'seatRenamed':
      return (seatOf(stage, event.seat)?.standing ?? 'waiting') === 'waiting';
    default:
      return false;
  }
}

function namelessAtDoor(seats: StageState['seats']): StageState['seats'] {
  return Object.fromEntries(
    Object.entries(seats).map(([id, seat]) => [
      id,
      seat.standing === 'waiting' ? { ...seat, name: '' } : seat,
    ]),
  );
}
