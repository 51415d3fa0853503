/** What became of each topic: its votes, whether it was opened, what was said, how it left. */
import { byId, outcomeOf } from '../board/leaving.ts';
import type { Topic } from '../board/topic.ts';
import { allTurns } from '../stage/discussions.ts';
import type { Poll, StageState } from '../stage/state.ts';
import { countsAs, votesFor } from '../stage/topic-order.ts';
import type { BoardContents } from './board-contents.ts';
import { recordNote, saysSomething } from './record-note.ts';
import type { RecordedTopic } from './room-record.ts';

/** Most votes first, then as on the board. */
export function recordTopics(stage: StageState, board: BoardContents): RecordedTopic[] {
  const grouped = board.topics.filter(({ isLone }) => !isLone);
  const votes = votesOf(stage, grouped);
  const ranked = grouped.map((topic) => recordTopic(topic, stage, board, votes));
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
  votes: ReadonlyMap<string, number>,
): RecordedTopic {
  const own = votes.get(topic.id) ?? null;
  return {
    id: topic.id,
    title: topic.name,
    merged: mergedNames(topic, board),
    votes: own,
    rank: own === null ? null : 1 + [...votes.values()].filter((other) => other > own).length,
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

/** Of the last vote that was closed, those that it was about and no others. */
function votesOf(stage: StageState, topics: readonly Topic[]): ReadonlyMap<string, number> {
  const vote = stage.polls.findLast(({ question, result }) => question === 'vote' && result !== null);
  const counts = vote?.result?.counts;
  if (!vote || !counts) return new Map();
  const asked = topics.filter((topic) => wasAsked(vote, topic));
  return new Map(asked.map((topic) => [topic.id, votesFor(topic, counts)]));
}

function wasAsked({ options }: Poll, topic: Topic): boolean {
  return options.some((option) => countsAs(topic, option.topic));
}

/** Also before the segment was repeated. */
function wasEverOpened({ discussions }: StageState, topic: Topic): boolean {
  return Object.values(discussions)
    .flatMap(allTurns)
    .some((turn) => countsAs(topic, turn.topic));
}
