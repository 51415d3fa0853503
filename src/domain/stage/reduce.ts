/** What each event means. Replaying the stored events gives the same stage again, on the server and in every browser. */
import { announcedPlan } from './announced.ts';
import { asAnnounced, asOpened, withAsSet, withBufferAsSet } from './as-set.ts';
import { withAgendaBefore } from './agenda-before.ts';
import { markRead, openEarly, withoutGone, withWritersAhead } from './before.ts';
import { clockOff, markRung, minuteMs, pauseClock, resumeClock } from './clock.ts';
import type { EventOf, StageEvent } from './events.ts';
import { askReveal, cancelReveal, giveLens, offerSwap, reveal } from './gathers.ts';
import { putLens } from './own-lenses.ts';
import { newPlan, setAgenda } from './plan.ts';
import { addPoll, changePoll, closePoll, dropPoll, grantBallots } from './polls.ts';
import { answerKnock, raiseSeat, removeSeat, setRole, takeSeat, withSeat } from './seats.ts';
import { withDiscussion, withGather } from './segment-parts.ts';
import type { Consent, StageState } from './state.ts';
import { enterSegment, extendTime, leaveSegment, notePause, openTopic, startRound } from './stays.ts';

/** The stage after `event`, at revision `rev`. Never changes its argument. */
export function reduce(state: StageState, event: StageEvent, rev: number): StageState {
  return withAgendaBefore(state, { ...withWritersAhead(apply(state, event)), rev }, event);
}

/** Each event makes the next revision. */
export function reduceAll(state: StageState, events: readonly StageEvent[]): StageState {
  return events.reduce((stage, event) => reduce(stage, event, stage.rev + 1), state);
}

function apply(state: StageState, event: StageEvent): StageState {
  switch (event.type) {
    case 'roomOpened':
      return openRoom(state, event);
    case 'earlierBrought':
      return { ...state, continues: event.continues };
    case 'seatTaken':
      return takeSeat(state, event);
    case 'seatRenamed':
      return withSeat(state, event.seat, { name: event.name });
    case 'seatRaised':
      return raiseSeat(state, event);
    case 'seatRoleSet':
      return setRole(state, event);
    case 'facilitationAsked':
      return { ...state, succession: { seat: event.seat, until: event.until } };
    case 'facilitationDropped':
      return { ...state, succession: null };
    case 'seatRemoved':
      return removeSeat(state, event.seat);
    case 'doorSet':
      return { ...state, door: event.door };
    case 'knockAnswered':
      return answerKnock(state, event);
    case 'boardLocked':
      return { ...state, boardLockedAt: event.locked ? event.at : null };
    case 'noteHidden':
      return { ...state, hiddenNotes: [...state.hiddenNotes, event.note] };
    case 'safetyTopicMade':
      return { ...state, safetyTopic: event.topic };
    case 'agendaSet':
      return setPlan(state, event);
    case 'segmentNotesSet':
      return {
        ...state,
        facilitatorNotes: { ...state.facilitatorNotes, [event.segment]: event.notes },
      };
    case 'goalSet':
      return { ...state, minutes: event.minutes };
    case 'bufferSet':
      return withBufferAsSet(state, withBuffer(state, state, event));
    case 'lensPut':
      return { ...state, ownLenses: putLens(state.ownLenses, event.lens) };
    case 'lensDropped':
      return { ...state, ownLenses: state.ownLenses.filter(({ id }) => id !== event.lens) };
    case 'startPlanned':
      return { ...state, plannedStart: event.start };
    case 'expectedSet':
      return { ...state, expected: event.people };
    case 'preReadMarked':
      return markRead(state, event);
    case 'earlyOpened':
      return openEarly(state, event);
    case 'earlyClosed':
      return { ...state, early: null };
    case 'meetingStarted':
      return {
        ...state,
        phase: 'running',
        startedAt: event.at,
        announced: announcedPlan(state, event),
        asSet: asAnnounced(state),
        early: null,
      };
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
    case 'swapOffered':
      return withGather(state, event.segment, (gather) => offerSwap(gather, event.from, event.to));
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
        early: null,
        clock: clockOff,
        succession: null,
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
  const { title, format, minutes, people } = event;
  const bufferMs = (event.buffer ?? 0) * minuteMs;
  const plan = newPlan(event.segments, people);
  return {
    ...state,
    title,
    format,
    minutes,
    people,
    openedAt: event.at,
    bufferMs,
    plannedBufferMs: bufferMs,
    asSet: asOpened({ ...plan, bufferMs }, event.weights),
    named: event.named ?? false,
    continues: event.continues ?? null,
    ownLenses: event.lenses ?? [],
    ...plan,
  };
}

function setPlan(state: StageState, event: EventOf<'agendaSet'>): StageState {
  const planned = withBuffer(state, withoutGone(setAgenda(state, event)), event);
  return event.asSet ? { ...planned, asSet: event.asSet } : withAsSet(state, planned);
}

/** The plan keeps more free or less; what was paid from it before stays paid. */
function withBuffer(
  before: StageState,
  after: StageState,
  { bufferMs }: Pick<StageState, 'bufferMs'>,
): StageState {
  const plannedBufferMs = Math.max(0, before.plannedBufferMs + bufferMs - before.bufferMs);
  return { ...after, bufferMs, plannedBufferMs };
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
