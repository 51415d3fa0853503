/** What a command leads to: events, or a refusal. Pure: the same stage, command and facts give the same answer. */
import type { Command, CommandOf } from '#protocol/commands.ts';
import { bringEveryone, goBack, goNext, repeat, skip, start } from './commands/agenda.ts';
import { closeEarly, markRead, openEarly, planStart, setExpected } from './commands/before.ts';
import { hideNote, lockBoard, makeSafetyTopic } from './commands/board.ts';
import { close, reopen } from './commands/closing.ts';
import { openTopic, orderTopics } from './commands/discuss.ts';
import { answerKnock, removeSeat, setDoor } from './commands/door.ts';
import { refuse, type Facts, type Handled } from './commands/facts.ts';
import { askReveal, cancelReveal, setFacilitatorWrites, setRoundMode } from './commands/gather.ts';
import { askToFacilitate, handOver, objectToFacilitator, setRole, takeBack } from './commands/leading.ts';
import { answerSwap, dropLens, offerSwap, passLens, putLens } from './commands/lenses.ts';
import {
  addSegment,
  changeSegment,
  duplicateSegment,
  moveSegment,
  removeSegment,
  restoreSegment,
} from './commands/plan.ts';
import { fitAgenda, setAgenda, setBuffer, setGoal, setSegmentNotes } from './commands/plan-whole.ts';
import { cancelPoll, closePoll, grantBallots, openPoll, openVote, setVoteBudget } from './commands/polls.ts';
import { confirmPosition, takeAction } from './commands/promises.ts';
import { extend, pause, resume } from './commands/time.ts';
import { undoAgenda } from './commands/undo-agenda.ts';
import { mayCommandNow } from './permissions.ts';
import type { StageState } from './state.ts';

export type { Facts, Handled } from './commands/facts.ts';

/** Everything but a ballot, which is secret and makes no event. */
export type StageCommand = Exclude<Command, { type: 'castBallot' }>;

type Handler<Type extends StageCommand['type']> = (
  state: StageState,
  command: CommandOf<Type>,
  facts: Facts,
) => Handled;

const handlers: { readonly [Type in StageCommand['type']]: Handler<Type> } = {
  startMeeting: start,
  pauseClock: (state, _, facts) => pause(state, facts),
  resumeClock: (state, _, facts) => resume(state, facts),
  extendTime: (state, { minutes }, facts) => extend(state, minutes, facts),
  goNext: (state, _, facts) => goNext(state, facts),
  goBack: (state, _, facts) => goBack(state, facts),
  repeatSegment: (state, _, facts) => repeat(state, facts),
  skipSegment: (state, _, facts) => skip(state, facts),
  setRoundMode: (state, { segment, mode }, facts) => setRoundMode(state, segment, mode, facts),
  setFacilitatorWrites: (state, { writes }, facts) => setFacilitatorWrites(state, writes, facts),
  askReveal: (state, { segment }, facts) => askReveal(state, segment, facts),
  cancelReveal: (state, { segment }, facts) => cancelReveal(state, segment, facts),
  bringEveryone: (state, _, facts) => bringEveryone(state, facts),
  openVote,
  openPoll,
  setVoteBudget,
  grantBallots,
  closePoll: (state, { poll }, facts) => closePoll(state, poll, facts),
  cancelPoll: (state, { poll }, facts) => cancelPoll(state, poll, facts),
  orderTopics: (state, { segment, order }, facts) => orderTopics(state, segment, order, facts),
  openTopic: (state, { topic }, facts) => openTopic(state, topic, facts),
  takeAction: (state, { action, hash }, facts) => takeAction(state, action, hash, facts),
  confirmPosition: (state, { position, hash }, facts) => confirmPosition(state, position, hash, facts),
  closeRoom: close,
  reopenRoom: (state, _, facts) => reopen(state, facts),
  addSegment,
  duplicateSegment,
  changeSegment,
  moveSegment,
  removeSegment,
  restoreSegment,
  setSegmentNotes,
  setAgenda,
  undoAgenda,
  setGoal,
  setBuffer,
  fitAgenda,
  putLens,
  dropLens,
  planStart,
  setExpected,
  markRead,
  openEarly,
  closeEarly,
  setRole,
  handOver,
  takeBack,
  askToFacilitate,
  objectToFacilitator,
  removeSeat,
  setDoor,
  answerKnock,
  lockBoard,
  hideNote,
  makeSafetyTopic,
  passLens,
  offerSwap,
  answerSwap,
};

/** Accepted with no events where everything already is as asked. */
export function handle(state: StageState, command: StageCommand, facts: Facts): Handled {
  const may = mayCommandNow(facts.role, state.phase, command.type);
  if (!may.ok) return refuse(may.code);
  // The table is typed by command; TypeScript cannot see that key and value belong together.
  const handler = handlers[command.type] as Handler<StageCommand['type']>;
  return handler(state, command, facts);
}
