import { isIncident } from '../../src/domain/stage/incident.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { Room } from './room.ts';

/** Makes what an incident review writes in, as soon as its agenda has a timeline. What is there stays as it is. */
export function makeIncidentParts(room: Room, stage: StageState): void {
  if (isIncident(stage)) room.parts().incident.addParts();
}
