/** What of the stage is for facilitators alone. Everybody else is sent the rest, under the same revisions. */
import type { Role } from '#protocol/ids.ts';
import type { StageEvent } from './events.ts';
import type { StageState } from './state.ts';

export function stageFor(role: Role | null, stage: StageState): StageState {
  return role === 'facilitator' ? stage : { ...stage, facilitatorNotes: {} };
}

export function isForFacilitators({ type }: StageEvent): boolean {
  return type === 'segmentNotesSet';
}

export function eventFor(role: Role | null, event: StageEvent): StageEvent {
  if (role === 'facilitator' || event.type !== 'segmentNotesSet') return event;
  return { ...event, notes: '' };
}
