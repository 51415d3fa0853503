/** How time passes through segments: entering, leaving, rounds, topics, and more of it. All pure; times are server ms. */
import type { SegmentId } from '#protocol/ids.ts';
import { payFromBuffer } from './as-set.ts';
import { futureMs, givenMs, overrunMs, partsOf, unspentMs } from './budget.ts';
import { clockOff, extendClock, leftMs, pausedFor, shiftClock, startClock } from './clock.ts';
import { addToTurn, addTurn, addWithout, restartTurns } from './discussions.ts';
import type { EventOf } from './events.ts';
import { addRound, dropOffers, restartRounds } from './gathers.ts';
import { enterRun, extendRun, leaveRun, pauseVisit, payRun } from './runs.ts';
import { withDiscussion, withGather, withPart, withRun } from './segment-parts.ts';
import type { StageState } from './state.ts';

export function enterSegment(
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
export function openTopic(
  state: StageState,
  { segment, topic, budgetMs, at }: EventOf<'topicOpened'>,
): StageState {
  const settled = settleOverrun(state, at);
  const noted = notePause(endTurn(settled, segment, leftMs(settled.clock, at) ?? 0), at);
  const opened = withDiscussion(noted, segment, (talk) => addTurn(talk, topic, budgetMs));
  const missing = givenMs(partsOf(opened, segment)) - (opened.runs[segment]?.budgetMs ?? 0);
  return { ...grow(opened, segment, Math.max(0, missing)), clock: startClock(at, budgetMs) };
}

/** The segment gets more without anybody asking for it: as far as the buffer reaches, that pays. */
function grow(state: StageState, segment: SegmentId, ms: number): StageState {
  const paid = payFromBuffer(state, Math.min(ms, state.bufferMs));
  return withRun(paid, segment, (run) => ({ ...run, budgetMs: run.budgetMs + ms }));
}

/** What ran over is paid by the buffer, as far as that reaches, and from then on counts as given. */
function settleOverrun(state: StageState, at: number): StageState {
  const { current } = state;
  const paid = Math.min(overrunMs(state, at), state.bufferMs);
  if (current === null || paid === 0) return state;
  const given = withPart(grow(state, current, paid), current, paid);
  return { ...given, clock: shiftClock(state.clock, paid, at) };
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

export function leaveSegment(state: StageState, { segment, as, at }: EventOf<'segmentLeft'>): StageState {
  const settled = settleOverrun(state, at);
  const left = leftMs(settled.clock, at);
  const noted = withGather(notePause(settled, at), segment, dropOffers);
  return { ...withRun(noted, segment, (run) => leaveRun(run, at, as, left)), clock: clockOff };
}

/** A pause that ends, by going on or by leaving, belongs to the visit. */
export function notePause(state: StageState, at: number): StageState {
  const paused = pausedFor(state.clock, at);
  if (paused === 0 || state.current === null) return state;
  return withRun(state, state.current, (run) => pauseVisit(run, paused));
}

export function startRound(state: StageState, event: EventOf<'roundStarted'>): StageState {
  const { segment, mode, held, budgetMs, at } = event;
  const started = withGather(settleOverrun(state, at), segment, (gather) =>
    addRound(gather, { mode, held, budgetMs, offers: {}, givenAway: {} }),
  );
  return { ...notePause(started, at), clock: startClock(at, budgetMs) };
}

export function extendTime(
  state: StageState,
  { segment, ms, payers, bufferMs = 0, at }: EventOf<'timeExtended'>,
): StageState {
  const settled = settleOverrun(state, at);
  const extended = withPart(
    withRun(payFromBuffer(settled, bufferMs), segment, (run) => extendRun(run, ms)),
    segment,
    ms,
    1,
  );
  const paid = payers.reduce(
    (stage, payer) =>
      withRun(stage, payer.segment, (run) => payRun(run, payer.ms, partsOf(stage, payer.segment) !== null)),
    extended,
  );
  const overMs = Math.max(0, -(leftMs(settled.clock, at) ?? 0));
  return { ...chargeOverrun(paid, segment, overMs), clock: extendClock(settled.clock, ms, at) };
}

/** The plan gives a segment that has begun more or less: what is to come in it first, then what is on or was left. */
export function replan(state: StageState, segment: SegmentId, ms: number, at: number): StageState {
  const run = state.runs[segment];
  if (!run || ms === 0) return state;
  const future = futureMs(run, partsOf(state, segment));
  const toCome = ms < 0 ? Math.max(ms, -future) : hasPartsToCome(state, segment) ? ms : 0;
  const rest = ms - toCome;
  const isOn = segment === state.current && run.status === 'active';
  const left = run.leftMs === null || isOn ? run.leftMs : run.leftMs + rest;
  const planned = withRun(state, segment, () => ({ ...run, budgetMs: run.budgetMs + ms, leftMs: left }));
  const parted = withPart(planned, segment, rest);
  return isOn ? { ...parted, clock: shiftClock(state.clock, rest, at) } : parted;
}

function hasPartsToCome({ gathers, discussions }: StageState, segment: SegmentId): boolean {
  const gather = gathers[segment];
  if (gather) return gather.rounds.length < gather.roundsDue;
  return (discussions[segment]?.turns.length ?? 0) > 0;
}
