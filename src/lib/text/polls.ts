/** Words around secret questions: votes, scales, the fist of five and thumbs. */

const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;
/** "Ana", "Ana and Bo", "Ana, Bo and Cy". */
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const polls = {
  answered: (answered: number, of: number) => `${answered} of ${of} answered`,
  staySecret: 'Answers stay secret.',
  didAnswer: (answered: number) => (answered === 0 ? 'Nobody answered' : `${answered} answered`),
  ballots: (ballots: number) => `${count(ballots, 'answer')} with those for people without a device`,
  change: 'You can change your answer until it is counted.',
  takeBack: 'Press it again to take it back.',
  forPerson: (person: number) =>
    person === 1 ? 'Your own answer' : `For person ${person}, without a device`,
  offline: 'No connection. Answering needs the server; what you answered before is safe there.',
  votingOffline: 'No connection. Voting needs the server; the votes you gave before are safe there.',
  moreMinutes: (minutes: number) => `${minutes} more min`,
  count: 'Close and count',
  countTitle: 'Count now?',
  notAnswered: (missing: number, of: number) =>
    missing === 0
      ? 'Everybody has answered by now.'
      : `${missing} of ${of} ${missing === 1 ? 'has' : 'have'} not answered.`,
  countHint: 'Once it is counted nobody can answer any more.',
  wouldStayHidden: (least: number) =>
    `Fewer than ${least} have answered, so nothing of what they chose would be shown.`,
  countGo: 'Count now',
  cutShortTitle: 'People still answer',
  haveAnswered: (answered: number, of: number | null) =>
    of === null
      ? 'It is not known yet how many have answered.'
      : `${answered} of ${of} ${answered === 1 ? 'has' : 'have'} answered.`,
  stillOpen: (question: string) => `“${question}” is still open.`,
  closingCounts: 'Closing the room counts it, and nobody can answer any more.',
  closingDrops: 'Closing the room drops it, and nothing is counted.',
  dropHint: 'The question is dropped, and nothing is counted. To see the answers, count it first.',
  dropAndGoOn: 'Drop it and go on',
  dropAndSkip: 'Drop it and skip',
  countAndGoOn: 'Count it and go on',
  countAndSkip: 'Count it and skip',
  cancel: 'Cancel',
  cancelTitle: 'Cancel this question?',
  cancelHint: 'What people have answered is thrown away, and nothing is counted.',
  cancelGo: 'Cancel the question',
  keep: 'Go on asking',

  hidden: (least: number) =>
    `The answers stay hidden: with fewer than ${least} people answering for themselves, it would be easy to guess who gave which.`,
  tie: 'A tie',

  askSafety: 'Ask how safe people feel',
  askSafetyAgain: 'Ask again how safe people feel',
  safetyHint:
    'Everybody answers in secret. Only how many chose each step is shown, and only once four people have answered for themselves.',

  openVote: 'Open the vote',
  voteAgain: 'Vote again',
  startVote: (topics: number) =>
    `Everybody spreads votes over ${count(topics, 'topic')}, in secret. You can change the numbers while people vote.`,
  waitForVote: 'The facilitator opens the vote in a moment. This is what it will be about.',
  toVoteOn: 'Topics to vote on',
  untitled: 'Untitled topic',
  watchVote: 'People vote in secret. You will see the result when it is counted.',
  noTopics: 'There is nothing to vote on yet. Notes can be voted on once they are revealed.',
  notHere: 'A vote is opened when the meeting comes to this part.',
  budget: 'Votes for each person',
  cap: 'At most on one topic',
  suggested: (budget: number, cap: number) => `Suggested: ${budget}, at most ${cap} on one topic`,
  fewer: (what: string) => `${what}: one fewer`,
  more: (what: string) => `${what}: one more`,
  goingOnCounts: 'Going on to the next part counts the vote too.',
  votesLeft: (left: number, of: number) => `${left} of ${count(of, 'vote')} left`,
  upTo: (cap: number) => `up to ${cap} on one topic`,
  tooMany: (over: number) =>
    `There are fewer votes now. Take back ${count(over, 'vote')}, or none of yours will count.`,
  tooManyOnOne: (cap: number) =>
    `At most ${cap} may go to one topic now. Until you change it, none of yours will count.`,
  votesOn: (name: string) => `Votes for ${name}`,
  addVote: (name: string) => `One more vote for ${name}`,
  removeVote: (name: string) => `One vote less for ${name}`,
  notes: (notes: number) => count(notes, 'note'),
  voteCast: 'Your votes are counted as they are when the vote closes.',
  forOthers: (others: number) => `You also vote for ${count(others, 'person', 'people')} without a device.`,

  extra: 'People without a device',
  extraHint: 'Somebody votes for them from their own device. The record says so.',
  extraOf: (name: string, others: number) =>
    `${name} also answers for ${count(others, 'person', 'people')} without a device`,
  extraPeople: (name: string) => `People ${name} also answers for`,

  result: 'Result of the vote',
  round: (round: number) => `Round ${round}`,
  rounds: 'Rounds of voting',
  rank: (rank: number) => `${rank}.`,
  rankTied: (rank: number) => `${rank}. tied`,
  votes: (votes: number) => count(votes, 'vote'),
  counted: (answered: number) =>
    answered === 0 ? 'Nobody voted' : `${count(answered, 'person', 'people')} voted`,
  mergedFrom: (names: readonly string[]) => `With votes of topics merged since: ${listed(names)}`,
  ranked: 'Topics by votes',
  optionGone: 'Not on the board any more',
  optionUntitled: 'one without a title',
} as const;
