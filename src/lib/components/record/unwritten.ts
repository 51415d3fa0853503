/** Which headings of a review nobody has written under, in their order: the page names them in one line. */
import { isGathered, isLuck } from '#domain/record/review.ts';
import type { RecordedIncident, RoomRecord } from '#domain/record/room-record.ts';

/** Notes that were not revealed are there, and nobody who could answer is an answer. */
export function unwritten(record: RoomRecord, incident: RecordedIncident) {
  const { summary, impact, timeline, detection, resolution, wentBadly, messages } = incident;
  const isBlank = (text: string) => text.trim() === '';
  const isEmpty = {
    summary: isBlank(summary),
    impact: isBlank(impact),
    timelineUtc: timeline.length === 0,
    factors: record.segments
      .filter(isGathered)
      .every(
        ({ revealed, notes, unanswered }) => revealed !== false && notes.length + unanswered.length === 0,
      ),
    detection: isBlank(detection),
    resolution: isBlank(resolution),
    wentWell: record.wins.every(isLuck),
    wentBadly: isBlank(wentBadly),
    lucky: !record.wins.some(isLuck),
    messages: isBlank(messages),
  };
  return (Object.keys(isEmpty) as (keyof typeof isEmpty)[]).filter((heading) => isEmpty[heading]);
}
