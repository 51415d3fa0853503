/** Start, next, back, repeat, skip, bring everyone. Behind the current segment all is done, before it all is waiting. */
import type { CommandOf } from '#protocol/commands.ts';
import type { Segment } from '../../agenda/segment.ts';
import { giveLensesOnArrival } from '../arrivals.ts';
import { asAnnounced } from '../as-set.ts';
import { partsOf, stayMs } from '../budget.ts';
import { minuteMs } from '../clock.ts';
import type { StageEvent } from '../events.ts';
import { fitLateStart } from '../fitting.ts';
import { gatherOf, isLastRound, segmentOf } from '../gathering.ts';
import { announcedEnd, latenessMs, msToEnd } from '../lateness.ts';
import { reduceAll } from '../reduce.ts';
import { cancelEvents, roundEvents } from '../rounds.ts';
import type { StageState } from '../state.ts';
import { dropTalkPolls, firstTopicEvents } from './discuss.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';
import { fittedEvents } from './plan-whole.ts';
import { closeVotes } from './polls.ts';

type How = Extract<StageEvent, { type: 'segmentEntered' }>['how'];
type LeftAs = Extract<StageEvent, { type: 'segmentLeft' }>['as'];

/** `keepEnd` where it is late: the plan is made to fit what is left. */
export function start(state: StageState, command: CommandOf<'startMeeting'>, facts: Facts): Handled {
  if (state.phase !== 'lobby' || state.segments.length === 0) return refuse('wrong-moment');
  const replanned = command.keepEnd ? keepEnd(state, command, facts) : accept();
  if (!replanned.ok) return replanned;
  const endsAt = announcedEnd(state, facts.now);
  const started: StageEvent[] = [{ at: facts.now, type: 'meetingStarted', endsAt }, ...replanned.events];
  return accept(
    ...andThen(state, started, (stage) => {
      const [first] = stage.segments;
      return first ? enter(stage, first, 'start', facts) : [];
    }),
  );
}

/** From then on the meeting is to take what was left until the end that was announced. */
function keepEnd(state: StageState, { dropping }: CommandOf<'startMeeting'>, facts: Facts): Handled {
  const { now } = facts;
  if (latenessMs(state, now) === 0) return accept();
  const fit = fitLateStart(state, now);
  const asSet = fit.fits && fit.dropped.length === 0 ? asAnnounced(state) : undefined;
  const fitted = fittedEvents(state, fit, dropping, facts, asSet);
  if (!fitted.ok) return fitted;
  return accept({ at: now, type: 'goalSet', minutes: msToEnd(state, now) / minuteMs }, ...fitted.events);
}

export function goNext(state: StageState, facts: Facts): Handled {
  const { current } = state;
  if (current !== null && gatherOf(state, current) && !isLastRound(state, current)) {
    return accept(...roundEvents(state, current, facts.connected, facts.now));
  }
  return moveTo(state, 1, 'done', 'next', facts);
}

export function skip(state: StageState, facts: Facts): Handled {
  return moveTo(state, 1, 'skipped', 'next', facts);
}

export function goBack(state: StageState, facts: Facts): Handled {
  return moveTo(state, -1, 'waiting', 'back', facts);
}

/** Rounds and topics begin again from the first; a count-in is called off, since more will be written. */
export function repeat(state: StageState, facts: Facts): Handled {
  const segment = segmentOf(state, state.current);
  if (!segment) return refuse('wrong-moment');
  const gather = gatherOf(state, segment.id);
  const left: StageEvent[] = [
    ...dropTalkPolls(state, facts),
    ...(gather ? cancelEvents(gather, segment.id, facts.now) : []),
    { at: facts.now, type: 'segmentLeft', segment: segment.id, as: 'waiting' },
  ];
  return accept(...andThen(state, left, (stage) => enter(stage, segment, 'repeat', facts)));
}

export function bringEveryone(state: StageState, { now }: Facts): Handled {
  if (state.current === null) return refuse('wrong-moment');
  return accept({ at: now, type: 'everyoneBrought', segment: state.current });
}

function moveTo(state: StageState, by: 1 | -1, as: LeftAs, how: How, facts: Facts): Handled {
  const here = state.segments.findIndex(({ id }) => id === state.current);
  const there = here < 0 ? undefined : state.segments[here + by];
  if (state.current === null || !there) return refuse('wrong-moment');
  const left: StageEvent[] = [
    ...dropTalkPolls(state, facts),
    ...(by === 1 ? closeVotes(state, facts) : []),
    { at: facts.now, type: 'segmentLeft', segment: state.current, as },
  ];
  return accept(...andThen(state, left, (stage) => enter(stage, there, how, facts)));
}

function enter(state: StageState, { id, minutes }: Segment, how: How, facts: Facts): StageEvent[] {
  const run = state.runs[id];
  if (!run) return [];
  const budgetMs = how === 'repeat' ? minutes * minuteMs : stayMs(run, partsOf(state, id));
  const entered: StageEvent[] = [{ at: facts.now, type: 'segmentEntered', segment: id, how, budgetMs }];
  return andThen(state, entered, (stage) => {
    const gather = gatherOf(stage, id);
    if (!gather) return firstTopicEvents(stage, id, facts);
    if (gather.rounds.length === 0) return roundEvents(stage, id, facts.connected, facts.now);
    return giveLensesOnArrival(stage, facts.connected, facts.now);
  });
}

/** `events`, and what follows from the stage they lead to. */
function andThen(
  state: StageState,
  events: StageEvent[],
  follow: (stage: StageState) => StageEvent[],
): StageEvent[] {
  return [...events, ...follow(reduceAll(state, events))];
}
