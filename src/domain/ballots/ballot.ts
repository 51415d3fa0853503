/** Whether a ballot fits a poll as the poll is now. What does not fit does not count; nothing is ever trimmed to fit. */
import { pollChoices, type Ballot } from '#protocol/ballots.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { SeatId } from '#protocol/ids.ts';
import { ballotsHeld } from '../stage/polls.ts';
import type { Poll } from '../stage/state.ts';

type Ruled = Pick<Poll, 'kind' | 'options' | 'budget' | 'cap' | 'extra'>;
type Dots = Extract<Ballot, { dots: unknown }>['dots'];
type Answers = Extract<Ballot, { answers: unknown }>['answers'];

const fits: Outcome = { ok: true };
const tooLarge: Outcome = { ok: false, code: 'ballot-too-large' };
const malformed: Outcome = { ok: false, code: 'bad-input' };

/** Refused where it is no answer to this question, or more than the seat has to give. */
export function checkBallot(poll: Ruled, seat: SeatId, ballot: Ballot): Outcome {
  const held = ballotsHeld(poll, seat);
  if ('dots' in ballot) return poll.kind === 'dots' ? checkDots(poll, held, ballot.dots) : malformed;
  return poll.kind === 'dots' ? malformed : checkAnswers(pollChoices[poll.kind], held, ballot.answers);
}

export function countsNow(poll: Ruled, seat: SeatId, ballot: Ballot): boolean {
  return checkBallot(poll, seat, ballot).ok;
}

/** What a seat may give in all, and to one topic. */
export function votesOf(poll: Ruled, seat: SeatId): { readonly budget: number; readonly cap: number } {
  const held = ballotsHeld(poll, seat);
  return { budget: poll.budget * held, cap: poll.cap * held };
}

function checkDots({ options, budget, cap }: Ruled, held: number, dots: Dots): Outcome {
  const known = new Set(options.map(({ topic }) => topic));
  const chosen = new Set(dots.map(({ topic }) => topic));
  if (chosen.size < dots.length || ![...chosen].every((topic) => known.has(topic))) return malformed;
  if (!dots.every(({ count }) => Number.isSafeInteger(count) && count > 0)) return malformed;
  const given = dots.reduce((sum, { count }) => sum + count, 0);
  const isTooLarge = given > budget * held || dots.some(({ count }) => count > cap * held);
  return isTooLarge ? tooLarge : fits;
}

function checkAnswers(choices: readonly string[], held: number, answers: Answers): Outcome {
  if (answers.length === 0 || !answers.every((answer) => choices.includes(answer))) return malformed;
  return answers.length > held ? tooLarge : fits;
}
