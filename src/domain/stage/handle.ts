/** What a command leads to: events, or a refusal. Pure: the same stage, command and facts give the same answer. */
import type { Command } from '#protocol/commands.ts';
import { bringEveryone, goBack, goNext, repeat, skip, start } from './commands/agenda.ts';
import { close } from './commands/closing.ts';
import { refuse, type Facts, type Handled } from './commands/facts.ts';
import { askReveal, cancelReveal, setFacilitatorWrites, setRoundMode } from './commands/gather.ts';
import { extend, pause, resume } from './commands/time.ts';
import { mayCommand } from './permissions.ts';
import type { StageState } from './state.ts';

export type { Facts, Handled } from './commands/facts.ts';

/** Accepted with no events where everything already is as asked. */
export function handle(state: StageState, command: Command, facts: Facts): Handled {
  if (!mayCommand(facts.role, command.type)) return refuse('not-yours-to-do');
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
      return close(state, command.anyway, facts);
  }
}
