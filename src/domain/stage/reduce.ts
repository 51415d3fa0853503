/** What each event means. Replaying the stored events gives the same stage again, on the server and in every browser. */
import type { SegmentId } from '#protocol/ids.ts';
import { futureMs, givenMs, partsOf, unspentMs } from './budget.ts';
import {
  clockOff,
  extendClock,
  leftMs,
  markRung,
  pauseClock,
  pausedFor,
  resumeClock,
  startClock,
} from './clock.ts';
import { addToTurn, addTurn, addWithout, newDiscussion, restartTurns } from './discussions.ts';
import type { StageEvent } from './events.ts';
import {
  addRound,
  addToRound,
  askReveal,
  cancelReveal,
  giveLens,
  newGather,
  restartRounds,
  reveal,
} from './gathers.ts';
import { addPoll, changePoll, closePoll, dropPoll, grantBallots } from './polls.ts';
import { enterRun, extendRun, leaveRun, newRun, pauseVisit, payRun } from './runs.ts';
import type { Consent, Discussion, Gather, SegmentRun, StageState } from './state.ts';

type EventOf<Type extends StageEvent['type']> = Extract<StageEvent, { type: Type }>;

/** A room of which nothing is known yet: revision 0, before `roomOpened`. */
export function initialStage(): StageState {
  return {
    rev: 0,
    phase: 'lobby',
    title: '',
    format: 'heart-heat',
    minutes: 0,
    people: 0,
    openedAt: 0,
    startedAt: null,
    closedAt: null,
    segments: [],
    runs: {},
    current: null,
    clock: clockOff,
    seats: {},
    gathers: {},
    facilitatorWrites: true,
    brought: null,
    openItems: [],
    whyOpen: null,
    polls: [],
    discussions: {},
    consents: {},
    confirmations: {},
  };
}

/** The stage after `event`, at revision `rev`. Never changes its argument. */
export function reduce(state: StageState, event: StageEvent, rev: number): StageState {
  return { ...apply(state, event), rev };
}

/** Each event makes the next revision. */
export function reduceAll(state: StageState, events: readonly StageEvent[]): StageState {
  return events.reduce((stage, event) => reduce(stage, event, stage.rev + 1), state);
}

function apply(state: StageState, event: StageEvent): StageState {
  switch (event.type) {
    case 'roomOpened':
      return openRoom(state, event);
    case 'seatTaken':
      return withSeat(state, event.seat, { name: event.name, role: event.role });
    case 'seatRenamed':
      return withSeat(state, event.seat, { name: event.name });
    case 'seatRaised':
      return withSeat(state, event.seat, { role: event.role });
    case 'meetingStarted':
      return { ...state, phase: 'running', startedAt: event.at };
    case 'segmentEntered':
      return enterSegment(state, event);
    case 'segmentLeft':
      return leaveSegment(state, event);
    case 'clockPaused':
      return { ...state, clock: pauseClock(state.clock, event.at) };
    case 'clockResumed':
      return { ...notePause(state, event.at), clock: resumeClock(state.clock, event.at) };
    case 'bellRang':
      return { ...state, clock: markRung(state.clock) };
    case 'timeExtended':
      return extendTime(state, event);
    case 'roundModeSet':
      return withGather(state, event.segment, (gather) => ({
        ...gather,
        mode: event.mode,
        modeChosen: true,
      }));
    case 'facilitatorWritesSet':
      return { ...state, facilitatorWrites: event.writes };
    case 'roundStarted':
      return startRound(state, event);
    case 'lensGiven':
      return withGather(state, event.segment, (gather) =>
        giveLens(gather, event.round, event.seat, event.lens),
      );
    case 'revealAsked':
      return withGather(state, event.segment, (gather) => askReveal(gather, event.revealAt));
    case 'revealCancelled':
      return withGather(state, event.segment, cancelReveal);
    case 'notesRevealed':
      return withGather(state, event.segment, (gather) =>
        reveal(gather, event.at, event.shown, event.unanswered),
      );
    case 'everyoneBrought':
      return { ...state, brought: { at: event.at, segment: event.segment } };
    case 'pollOpened':
      return { ...state, polls: addPoll(state.polls, event.poll, event.at) };
    case 'voteBudgetSet': {
      const { poll, budget, cap } = event;
      return { ...state, polls: changePoll(state.polls, poll, { budget, cap }) };
    }
    case 'ballotsGranted':
      return { ...state, polls: grantBallots(state.polls, event.poll, event.seat, event.extra) };
    case 'pollClosed':
      return { ...state, polls: closePoll(state.polls, event.poll, event.result, event.at) };
    case 'pollCancelled':
      return { ...state, polls: dropPoll(state.polls, event.poll) };
    case 'topicsOrdered':
      return withDiscussion(state, event.segment, (discussion) => ({ ...discussion, order: event.order }));
    case 'topicOpened':
      return openTopic(state, event);
    case 'actionTaken':
      return { ...state, consents: withWord(state.consents, event.action, event) };
    case 'actionGivenBack':
      return { ...state, consents: withoutWord(state.consents, event.action) };
    case 'positionConfirmed':
      return { ...state, confirmations: withWord(state.confirmations, event.position, event) };
    case 'positionUnconfirmed':
      return { ...state, confirmations: withoutWord(state.confirmations, event.position) };
    case 'roomClosed':
      return {
        ...state,
        phase: 'closed',
        closedAt: event.at,
        clock: clockOff,
        openItems: event.openItems,
        whyOpen: event.why,
      };
    case 'roomReopened':
      return {
        ...state,
        phase: state.startedAt === null ? 'lobby' : 'running',
        closedAt: null,
        openItems: [],
        whyOpen: null,
      };
  }
}

function openRoom(state: StageState, event: EventOf<'roomOpened'>): StageState {
  const { title, format, minutes, people, segments } = event;
  const gathers = segments.filter(({ activity }) => activity === 'gather');
  const discussions = segments.filter(({ activity }) => activity === 'discuss');
  return {
    ...state,
    title,
    format,
    minutes,
    people,
    segments,
    openedAt: event.at,
    runs: Object.fromEntries(segments.map((segment) => [segment.id, newRun(segment)])),
    gathers: Object.fromEntries(gathers.map((segment) => [segment.id, newGather(segment, people)])),
    discussions: Object.fromEntries(discussions.map(({ id }) => [id, newDiscussion])),
  };
}

function enterSegment(
  state: StageState,
  { segment, how, budgetMs, at }: EventOf<'segmentEntered'>,
): StageState {
  const run = state.runs[segment];
  if (!run) return state;
  const parts = partsOf(state, segment);
  const unspent = unspentMs(run, parts);
  const entered = withRun({ ...state, current: segment }, segment, () =>
    enterRun(run, at, unspent, budgetMs),
  );
  const future = futureMs(run, parts);
  if (how === 'repeat') {
    const rounds = state.segments.find(({ id }) => id === segment)?.rounds ?? 1;
    const unused = unspent - future;
    const gathered = withGather(entered, segment, (gather) => restartRounds(gather, rounds, unused));
    const restarted = withDiscussion(gathered, segment, (talk) => restartTurns(talk, unused));
    return { ...restarted, clock: startClock(at, budgetMs) };
  }
  const clockMs = goesOn(state, segment) ? budgetMs - future : budgetMs;
  const topped = withPart(entered, segment, clockMs - (unspent - future));
  return { ...topped, clock: startClock(at, clockMs) };
}

/** A round or a topic was under way when people left, and now goes on. */
function goesOn(state: StageState, segment: SegmentId): boolean {
  const parts = state.gathers[segment]?.rounds ?? state.discussions[segment]?.turns ?? [];
  return parts.length > 0;
}

/** What the topic before did not use is shared anew; what it took too long is missing. */
function openTopic(state: StageState, { segment, topic, budgetMs, at }: EventOf<'topicOpened'>): StageState {
  const noted = notePause(endTurn(state, segment, leftMs(state.clock, at) ?? 0), at);
  const opened = withDiscussion(noted, segment, (talk) => addTurn(talk, topic, budgetMs));
  const paid = withRun(opened, segment, (run) => ({
    ...run,
    budgetMs: Math.max(run.budgetMs, givenMs(partsOf(opened, segment))),
  }));
  return { ...paid, clock: startClock(at, budgetMs) };
}

/** Without a topic the clock was that of the whole segment. */
function endTurn(state: StageState, segment: SegmentId, left: number): StageState {
  const run = state.runs[segment];
  return withDiscussion(state, segment, (talk) => {
    if (talk.turns.length > 0) return addToTurn(talk, -left);
    const given = givenMs(talk.earlier) + talk.withoutMs;
    return addWithout(talk, (run?.budgetMs ?? 0) - given - left);
  });
}

/** What a topic took too long is gone, and those to come have so much less. */
function chargeOverrun(state: StageState, segment: SegmentId, overMs: number): StageState {
  const run = state.runs[segment];
  if (!run) return state;
  const ms = Math.min(overMs, futureMs(run, partsOf(state, segment)));
  return withDiscussion(state, segment, (talk) => addToTurn(talk, ms));
}

function leaveSegment(state: StageState, { segment, as, at }: EventOf<'segmentLeft'>): StageState {
  const left = leftMs(state.clock, at);
  const noted = notePause(state, at);
  return { ...withRun(noted, segment, (run) => leaveRun(run, at, as, left)), clock: clockOff };
}

/** A pause that ends, by going on or by leaving, belongs to the visit. */
function notePause(state: StageState, at: number): StageState {
  const paused = pausedFor(state.clock, at);
  if (paused === 0 || state.current === null) return state;
  return withRun(state, state.current, (run) => pauseVisit(run, paused));
}

function startRound(state: StageState, event: EventOf<'roundStarted'>): StageState {
  const { segment, mode, held, budgetMs, at } = event;
  const started = withGather(state, segment, (gather) => addRound(gather, { mode, held, budgetMs }));
  return { ...notePause(started, at), clock: startClock(at, budgetMs) };
}

function extendTime(state: StageState, { segment, ms, payers, at }: EventOf<'timeExtended'>): StageState {
  const extended = withPart(
    withRun(state, segment, (run) => extendRun(run, ms)),
    segment,
    ms,
    1,
  );
  const paid = payers.reduce(
    (stage, payer) =>
      withRun(stage, payer.segment, (run) => payRun(run, payer.ms, partsOf(stage, payer.segment) !== null)),
    extended,
  );
  const overMs = Math.max(0, -(leftMs(state.clock, at) ?? 0));
  return { ...chargeOverrun(paid, segment, overMs), clock: extendClock(state.clock, ms, at) };
}

function withSeat(state: StageState, seat: string, change: Partial<StageState['seats'][string]>): StageState {
  const present = state.seats[seat] ?? { name: '', role: 'observer' };
  return { ...state, seats: { ...state.seats, [seat]: { ...present, ...change } } };
}

function withRun(state: StageState, segment: SegmentId, change: (run: SegmentRun) => SegmentRun): StageState {
  const run = state.runs[segment];
  return run ? { ...state, runs: { ...state.runs, [segment]: change(run) } } : state;
}

/** Changes the budget of the round or topic that is on. */
function withPart(state: StageState, segment: SegmentId, ms: number, extensions = 0): StageState {
  const rounds = withGather(state, segment, (gather) => addToRound(gather, ms));
  return withDiscussion(rounds, segment, (discussion) => addToTurn(discussion, ms, extensions));
}

function withDiscussion(
  state: StageState,
  segment: SegmentId,
  change: (discussion: Discussion) => Discussion,
): StageState {
  const discussion = state.discussions[segment];
  if (!discussion) return state;
  return { ...state, discussions: { ...state.discussions, [segment]: change(discussion) } };
}

function withWord(
  words: Readonly<Record<string, Consent>>,
  of: string,
  { seat, hash }: Consent,
): Readonly<Record<string, Consent>> {
  return { ...words, [of]: { seat, hash } };
}

function withoutWord(
  words: Readonly<Record<string, Consent>>,
  of: string,
): Readonly<Record<string, Consent>> {
  return Object.fromEntries(Object.entries(words).filter(([id]) => id !== of));
}

function withGather(state: StageState, segment: SegmentId, change: (gather: Gather) => Gather): StageState {
  const gather = state.gathers[segment];
  return gather ? { ...state, gathers: { ...state.gathers, [segment]: change(gather) } } : state;
}
