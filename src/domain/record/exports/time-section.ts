/** The plan against what became of it, as a Markdown table. */
import { sumOfPlan } from '../plan-sum.ts';
import type { RecordedSegment, RoomRecord } from '../room-record.ts';
import { heading, table, type Block } from './blocks.ts';
import { minutesAnnounced, spentMinutes, wholeMinutes, words } from './phrases.ts';

export function timeBlocks(record: RoomRecord): Block[] {
  const { minutes, segments, removedSegments = [] } = record;
  const { actual, buffer } = minutes;
  const sum = sumOfPlan(record);
  const rows = segments.map((segment) => [
    words(segment.title, 'Untitled'),
    planned(segment),
    `${taken(segment)}${extended(segment)}`,
  ]);
  const gone = removedSegments.map(({ title, announcedMinutes }) => [
    words(title, 'Untitled'),
    minutesAnnounced(0, announcedMinutes),
    'removed',
  ]);
  const free = buffer
    ? [['Buffer', minutesAnnounced(buffer.planned, buffer.announced), `${wholeMinutes(buffer.left)} left`]]
    : [];
  const total = [
    'All',
    minutesAnnounced(sum.planned, sum.announced),
    actual === null ? 'not over yet' : spentMinutes(actual),
  ];
  const goal = ['Was to take', minutesAnnounced(minutes.planned, minutes.announced), ''];
  return [
    heading(2, 'Plan and time'),
    table(
      ['Segment', 'Planned (min)', 'Actual (min)'],
      [...rows, ...gone, ...free, total, ...(sum.isOffGoal ? [goal] : [])],
    ),
  ];
}

function planned({ plannedMinutes, announcedMinutes }: RecordedSegment): string {
  if (announcedMinutes === null) return `${wholeMinutes(plannedMinutes)} (added)`;
  return minutesAnnounced(plannedMinutes, announcedMinutes);
}

function taken({ actualMinutes, status }: RecordedSegment): string {
  if (actualMinutes !== null)
    return status === 'skipped'
      ? `${spentMinutes(actualMinutes)}, then skipped`
      : spentMinutes(actualMinutes);
  const unfinished = { waiting: 'not reached', active: 'running', done: '0', skipped: 'skipped' };
  return unfinished[status];
}

/** By role, for what is on the record is not who it was. */
function extended({ extendedMinutes = 0, cutMinutes = 0 }: RecordedSegment): string {
  if (cutMinutes > 0) return ` (${wholeMinutes(cutMinutes)} cut by the facilitator)`;
  return extendedMinutes > 0 ? ` (${wholeMinutes(extendedMinutes)} added by the facilitator)` : '';
}
