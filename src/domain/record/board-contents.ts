/** All that a board says, read at one moment, as the record and whoever looks at the whole room need it. */
import type { TopicId } from '#protocol/ids.ts';
import type { Action } from '../board/board.ts';
import type { EarlierAction } from '../board/earlier.ts';
import type { IncidentWords } from '../board/incident-parts.ts';
import type { Note } from '../board/note.ts';
import type { BoardParts } from '../board/parts.ts';
import type { TimelineEntry } from '../board/timeline.ts';
import { withoutBlank } from '../board/topic-arrangement.ts';
import type { Headlines, Option, Outcome, Position, Topic } from '../board/topic.ts';
import { gatheredNotes } from '../stage/gathered-notes.ts';
import type { StageState } from '../stage/state.ts';

export interface BoardContents {
  /** Of two readings of one board, the later one has more. */
  readonly changes: number;
  readonly notes: readonly Note[];
  readonly topics: readonly Topic[];
  /** Titles of topics that were merged into others, as typed. */
  readonly mergedTitles: ReadonlyMap<TopicId, string>;
  readonly outcomes: readonly Outcome[];
  readonly options: readonly Option[];
  readonly positions: readonly Position[];
  readonly actions: readonly Action[];
  readonly headlines: Headlines;
  /** What an earlier room left open. */
  readonly earlier: readonly EarlierAction[];
  readonly incident: IncidentWords;
  readonly timeline: readonly TimelineEntry[];
}

/** The stage says which notes can be grouped. */
export function readContents(
  { board, earlier, incident, timeline, topics, outcomes }: BoardParts,
  stage: Pick<StageState, 'segments'>,
): BoardContents {
  const notes = board.readNotes();
  const arranged = withoutBlank(topics.readTopics(gatheredNotes(stage, notes)));
  const merged = arranged.flatMap((topic) => topic.merged);
  return {
    changes: board.changes(),
    notes,
    topics: arranged,
    mergedTitles: new Map(merged.map((id) => [id, topics.titleOf(id)?.read() ?? ''])),
    outcomes: outcomes.readOutcomes(),
    options: outcomes.readOptions(),
    positions: outcomes.readPositions(),
    actions: board.readActions(),
    headlines: outcomes.readHeadlines(),
    earlier: earlier.readEarlier(),
    incident: incident.readIncident(),
    timeline: timeline.readTimeline(),
  };
}
