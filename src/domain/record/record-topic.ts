/** What became of each topic: its votes, whether it was opened, what was said, how it left. */
import { closedVotes, rankTopics, type RankedTopic } from '../ballots/ranking.ts';
import { byId, outcomeOf } from '../board/leaving.ts';
import type { Topic } from '../board/topic.ts';
import { allTurns } from '../stage/discussions.ts';
import type { StageState } from '../stage/state.ts';
import { countsAs } from '../stage/topic-order.ts';
import type { BoardContents } from './board-contents.ts';
import { recordNote, saysSomething } from './record-note.ts';
import type { RecordedTopic } from './room-record.ts';

/** Most votes first, then as on the board. */
export function recordTopics(stage: StageState, board: BoardContents): RecordedTopic[] {
  const grouped = board.topics.filter(({ isLone }) => !isLone);
  const vote = closedVotes(stage).at(-1);
  const standing = byId(vote ? rankTopics(vote, board.topics) : []);
  const ranked = grouped.map((topic) => recordTopic(topic, stage, board, standing.get(topic.id)));
  return ranked.sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1));
}

/** As it is called on the screens; null for an outcome without a topic, or one whose topic is gone. */
export function topicName(id: string | null, topics: readonly Topic[]): string | null {
  const found = id === null ? undefined : topics.find((topic) => countsAs(topic, id));
  return found ? found.name : null;
}

function recordTopic(
  topic: Topic,
  stage: StageState,
  board: BoardContents,
  standing: RankedTopic | undefined,
): RecordedTopic {
  return {
    id: topic.id,
    title: topic.name,
    merged: mergedNames(topic, board),
    votes: standing?.votes ?? null,
    rank: standing?.rank ?? null,
    tied: standing?.isTied ?? false,
    opened: wasEverOpened(stage, topic),
    minutes: topic.minutes,
    notes: topic.notes.filter(saysSomething).map((note) => recordNote(note, stage)),
    outcome: outcomeOf(topic, byId(board.outcomes))?.kind ?? null,
  };
}

/** One that began as a note is called as that note. */
function mergedNames({ merged }: Topic, { mergedTitles, notes }: BoardContents): string[] {
  const nameOf = (id: string) => {
    const title = mergedTitles.get(id) ?? '';
    return title.trim() === '' ? (notes.find((note) => note.id === id)?.text ?? '') : title;
  };
  return merged.map(nameOf).filter((name) => name.trim() !== '');
}

/** Also before the segment was repeated. */
function wasEverOpened({ discussions }: StageState, topic: Topic): boolean {
  return Object.values(discussions)
    .flatMap(allTurns)
    .some((turn) => countsAs(topic, turn.topic));
}
