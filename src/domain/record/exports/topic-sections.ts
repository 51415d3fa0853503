/** Topics with their votes, and every other question that was asked in secret, as Markdown. */
import type { RecordedNote, RecordedPoll, RecordedTopic, RoomRecord } from '../room-record.ts';
import { heading, list, paragraph, prose, table, type Block, type Item } from './blocks.ts';
import { labelled, plural, unnamed, words } from './phrases.ts';

const ways = {
  decision: 'Left as a decision',
  spike: 'Left as a spike',
  escalation: 'Left as an escalation',
  'let-go': 'Let go',
} as const;

export function topicBlocks({ topics }: RoomRecord): Block[] {
  return topics.length === 0 ? [] : [heading(2, 'Topics'), ...topics.flatMap(about)];
}

export function pollBlocks({ polls }: RoomRecord): Block[] {
  return polls.length === 0 ? [] : [heading(2, 'Questions answered in secret'), ...polls.flatMap(pollOf)];
}

function about(topic: RecordedTopic): Block[] {
  const facts = [
    ...votesLine(topic),
    topic.opened ? 'Opened' : 'Never opened',
    ...(topic.outcome === null ? [] : [ways[topic.outcome]]),
  ];
  return [
    heading(3, words(topic.title, 'Untitled topic')),
    paragraph(`${facts.join('. ')}.`),
    ...topic.merged.map((title) => paragraph(`Merged in: ${words(title)}`)),
    ...prose(topic.minutes),
    ...list(topic.notes.map(noteItem)),
  ];
}

/** A tie is said to be one. */
function votesLine({ votes, rank, tied }: RecordedTopic): string[] {
  if (votes === null || rank === null) return [];
  return [`${plural(votes, 'vote')}, ${tied ? 'tied for place' : 'place'} ${rank}`];
}

/** The name of an author who stands to it has a line of its own, where nobody can type it. */
export function noteItem({ text, signedBy }: RecordedNote): Item {
  return { text: words(text), details: signedBy === null ? [] : [`Signed by ${words(signedBy, unnamed)}`] };
}

function pollOf(poll: RecordedPoll): Block[] {
  return [heading(3, words(poll.text)), ...list(factsOf(poll)), ...resultOf(poll)];
}

function factsOf(poll: RecordedPoll): string[] {
  return [
    ...labelled('About', poll.topic),
    ...labelled('Asked in', poll.segment),
    ...(poll.question === 'keep-talking' ? [] : labelled('Scale', poll.scale)),
    ...(poll.budget
      ? [`${plural(poll.budget.votes, 'vote')} each, at most ${poll.budget.cap} on one topic`]
      : []),
    `${plural(poll.answered, 'person', 'people')} answered, ${plural(poll.ballots, 'ballot')} counted`,
    ...poll.extra.map(
      ({ name, ballots }) =>
        `${words(name, unnamed)} was given ${plural(ballots, 'more ballot')} for people without a device`,
    ),
  ];
}

function resultOf({ question, counts, votes, hidden }: RecordedPoll): Block[] {
  // As on the screens: steps of a scale keep their number, thumbs are said in words alone.
  const stepOf = (choice: string, label: string) =>
    question === 'keep-talking' ? words(label) : `${words(choice)}: ${words(label)}`;
  if (counts)
    return [
      table(
        ['Answer', 'Ballots'],
        counts.map(({ choice, label, count }) => [stepOf(choice, label), String(count)]),
      ),
    ];
  if (votes) return votes.length === 0 ? [] : [table(['Topic', 'Votes'], votes.map(voteRow))];
  return hidden
    ? [
        paragraph(
          'The result stays hidden: with fewer than four people answering for themselves it would tell who said what.',
        ),
      ]
    : [];
}

function voteRow({ topic, count }: { topic: string; count: number }): string[] {
  return [words(topic, 'Untitled topic'), String(count)];
}
