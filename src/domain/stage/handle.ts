/** What a command leads to: events, or a refusal. Pure: the same stage, command and facts give the same answer. */
import type { Command } from '#protocol/commands.ts';
import { bringEveryone, goBack, goNext, repeat, skip, start } from './commands/agenda.ts';
import { close, reopen } from './commands/closing.ts';
import { openTopic, orderTopics } from './commands/discuss.ts';
import { refuse, type Facts, type Handled } from './commands/facts.ts';
import { askReveal, cancelReveal, setFacilitatorWrites, setRoundMode } from './commands/gather.ts';
import { cancelPoll, closePoll, grantBallots, openPoll, openVote, setVoteBudget } from './commands/polls.ts';
import { confirmPosition, takeAction } from './commands/promises.ts';
import { extend, pause, resume } from './commands/time.ts';
import { mayCommand } from './permissions.ts';
import type { StageState } from './state.ts';

export type { Facts, Handled } from './commands/facts.ts';

/** Everything but a ballot, which is secret and makes no event. */
export type StageCommand = Exclude<Command, { type: 'castBallot' }>;

/** Accepted with no events where everything already is as asked. */
export function handle(state: StageState, command: StageCommand, facts: Facts): Handled {
  if (!mayCommand(facts.role, command.type)) return refuse('not-yours-to-do');
  if (command.type === 'reopenRoom') return reopen(state, facts);
  if (state.phase === 'closed') return refuse('room-closed');
  switch (command.type) {
    case 'startMeeting':
      return start(state, facts);
    case 'pauseClock':
      return pause(state, facts);
    case 'resumeClock':
      return resume(state, facts);
    case 'extendTime':
      return extend(state, command.minutes, facts);
    case 'goNext':
      return goNext(state, facts);
    case 'goBack':
      return goBack(state, facts);
    case 'repeatSegment':
      return repeat(state, facts);
    case 'skipSegment':
      return skip(state, facts);
    case 'setRoundMode':
      return setRoundMode(state, command.segment, command.mode, facts);
    case 'setFacilitatorWrites':
      return setFacilitatorWrites(state, command.writes, facts);
    case 'askReveal':
      return askReveal(state, command.segment, facts);
    case 'cancelReveal':
      return cancelReveal(state, command.segment, facts);
    case 'bringEveryone':
      return bringEveryone(state, facts);
    case 'closeRoom':
      return close(state, command, facts);
    case 'openVote':
      return openVote(state, command, facts);
    case 'openPoll':
      return openPoll(state, command, facts);
    case 'setVoteBudget':
      return setVoteBudget(state, command, facts);
    case 'grantBallots':
      return grantBallots(state, command, facts);
    case 'closePoll':
      return closePoll(state, command.poll, facts);
    case 'cancelPoll':
      return cancelPoll(state, command.poll, facts);
    case 'orderTopics':
      return orderTopics(state, command.segment, command.order, facts);
    case 'openTopic':
      return openTopic(state, command.topic, facts);
    case 'takeAction':
      return takeAction(state, command.action, command.hash, facts);
    case 'confirmPosition':
      return confirmPosition(state, command.position, command.hash, facts);
  }
}
