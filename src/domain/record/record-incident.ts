/** What the room says of the incident that it looked back on. */
import { incidentRoles } from '../board/incident-parts.ts';
import { isIncident } from '../stage/incident.ts';
import type { StageState } from '../stage/state.ts';
import type { BoardContents } from './board-contents.ts';
import type { RecordedIncident, RoomRecord } from './room-record.ts';

/** Also where the timeline was taken off the agenda after somebody had written. */
export function recordIncident(
  stage: Pick<StageState, 'segments'>,
  board: Pick<BoardContents, 'incident' | 'timeline'>,
): Pick<RoomRecord, 'incident'> {
  return isIncident(stage) || isWritten(board) ? { incident: incidentOf(board) } : {};
}

function incidentOf({ incident, timeline }: Pick<BoardContents, 'incident' | 'timeline'>): RecordedIncident {
  const { summary, impact, detection, resolution, messages } = incident;
  return {
    summary,
    impact,
    timeline: timeline
      .filter(({ what, source }) => what.trim() !== '' || source !== null)
      .map(({ id, at, what, source }) => ({ id, at: new Date(at).toISOString(), what, source })),
    detection,
    resolution,
    wentBadly: incident['went-badly'],
    roles: incidentRoles.flatMap((role) => {
      const who = incident[role];
      return who.trim() === '' ? [] : [{ role, who }];
    }),
    messages,
  };
}

function isWritten({ incident, timeline }: Pick<BoardContents, 'incident' | 'timeline'>): boolean {
  return timeline.length > 0 || Object.values(incident).some((words) => words.trim() !== '');
}
