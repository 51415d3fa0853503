/** Meetings in which the agenda is changed all the time, as fast-check makes them up. */
import fc from 'fast-check';
import { activities } from '../../../src/domain/agenda/segment.ts';
import { withActivity } from '../../../src/domain/agenda/rules.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import { Meeting, minute } from './meeting.ts';

export type Deed =
  | { do: 'pass'; ms: number }
  | { do: 'topics'; names: string[] }
  | { do: 'late'; ms: number }
  | { do: 'command'; command: StageCommand }
  /** Of the segments there are then, and of those that were removed. */
  | { do: 'plan'; what: PlanVerb; which: number; before: number; minutes: number; activity: Activity };
type Activity = (typeof activities)[number];
type PlanVerb =
  'add' | 'duplicate' | 'minutes' | 'activity' | 'move' | 'remove' | 'restore' | 'replace' | 'paste' | 'fit';

const names = ['queue', 'pager', 'docs'];
const planning: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('plan' as const),
  what: fc.constantFrom<PlanVerb>(
    ...([
      'add',
      'duplicate',
      'minutes',
      'activity',
      'move',
      'remove',
      'restore',
      'replace',
      'paste',
    ] as const),
    ...(['minutes', 'minutes', 'fit', 'fit'] as const),
  ),
  which: fc.nat({ max: 12 }),
  before: fc.nat({ max: 12 }),
  minutes: fc.integer({ min: 1, max: 30 }),
  activity: fc.constantFrom(...activities),
});
const command = fc.oneof(
  {
    arbitrary: fc.constantFrom<StageCommand>(
      ...([{ type: 'goNext' }, { type: 'goNext' }, { type: 'goNext' }, { type: 'goBack' }] as const),
      ...([{ type: 'skipSegment' }, { type: 'repeatSegment' }] as const),
      ...([{ type: 'pauseClock' }, { type: 'resumeClock' }] as const),
      { type: 'openTopic', topic: 'pager' },
    ),
    weight: 8,
  },
  {
    arbitrary: fc.record({ type: fc.constant('startMeeting' as const), keepEnd: fc.boolean() }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ type: fc.constant('extendTime' as const), minutes: fc.constantFrom(1, 2, 5) }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('setBuffer' as const),
      minutes: fc.nat({ max: 12 }),
      fit: fc.boolean(),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('setGoal' as const),
      minutes: fc.integer({ min: 15, max: 180 }),
    }),
    weight: 2,
  },
) as fc.Arbitrary<StageCommand>;
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: planning, weight: 6 },
  { arbitrary: fc.record({ do: fc.constant('command' as const), command }), weight: 8 },
  {
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.nat({ max: 9 * minute }) }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: fc.constant('topics' as const), names: fc.subarray(names) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('late' as const), ms: fc.nat({ max: 30 * minute }) }), weight: 1 },
);

export const story = fc.record({
  plan: fc.record({
    format: fc.constantFrom(...formatIds),
    minutes: fc.integer({ min: 15, max: 180 }),
    people: fc.integer({ min: 1, max: 20 }),
  }),
  buffer: fc.nat({ max: 10 }),
  before: fc.array(deed, { maxLength: 12 }),
  late: fc.nat({ max: 15 * minute }),
  keepEnd: fc.boolean(),
  deeds: fc.array(deed, { maxLength: 50 }),
  /** After one more step back. */
  back: fc.array(planning, { maxLength: 12 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** `told` hears of every deed that was accepted, with the meeting as it is then. */
export function play(
  { plan, buffer, before, late, keepEnd, deeds, back }: Story,
  told: (command: StageCommand, meeting: Meeting, from: Meeting['stage']) => void = () => {},
): Meeting {
  const meeting = new Meeting(plan);
  meeting.joinMany(3);
  const ask = (wish: StageCommand) => {
    const from = meeting.stage;
    if (meeting.ask(wish).ok) told(wish, meeting, from);
  };
  ask({ type: 'setBuffer', minutes: buffer });
  for (const one of before) perform(meeting, one, ask);
  perform(meeting, { do: 'late', ms: late }, ask);
  ask({ type: 'startMeeting', keepEnd, dropping: meeting.stage.segments.map(({ id }) => id) });
  if (meeting.stage.phase === 'lobby') ask({ type: 'startMeeting' });
  for (const one of deeds) perform(meeting, one, ask);
  for (const type of ['goNext', 'goBack'] as const) ask({ type });
  for (const one of back) perform(meeting, one, ask);
  return meeting;
}

function perform(meeting: Meeting, one: Deed, ask: (command: StageCommand) => void): void {
  if (one.do === 'pass') meeting.pass(one.ms);
  else if (one.do === 'topics') meeting.regroup(...one.names);
  else if (one.do === 'late') ask(planned(meeting, one.ms));
  else if (one.do === 'command') ask(one.command);
  else ask(planCommand(meeting, one));
}

/** The start was to be so long ago. */
function planned({ now }: Meeting, ms: number): StageCommand {
  return { type: 'planStart', start: { at: now - ms, zone: 'Europe/Berlin' } };
}

function planCommand({ stage }: Meeting, deed: Extract<Deed, { do: 'plan' }>): StageCommand {
  const { what, which, minutes, activity } = deed;
  const pick = (at: number) => stage.segments[at % stage.segments.length]?.id ?? '';
  const segment = pick(which);
  const before = deed.before === 12 ? null : pick(deed.before);
  const made = (title: string) =>
    withActivity(
      {
        ...{ activity, title, question: '', minutes, policy: 'none' as const, lenses: [], rounds: 1 },
        ...{ prompts: [], preReads: [], checkIn: 'none' as const },
      },
      activity,
    );
  switch (what) {
    case 'add':
      return { type: 'addSegment', segment: made('New'), before };
    case 'duplicate':
      return { type: 'duplicateSegment', segment };
    case 'minutes':
      return { type: 'changeSegment', segment, change: { minutes } };
    case 'activity':
      return { type: 'changeSegment', segment, change: { activity } };
    case 'move':
      return { type: 'moveSegment', segment, before };
    case 'remove':
      return { type: 'removeSegment', segment };
    case 'restore': {
      const gone = stage.removedSegments;
      return {
        type: 'restoreSegment',
        segment: gone[which % Math.max(1, gone.length)]?.id ?? 'none',
        before,
      };
    }
    case 'paste':
      return { type: 'setAgenda', segments: written(stage) };
    case 'replace': {
      const segments = written(stage);
      const rest = segments.toSpliced(which % segments.length, 1, { ...copyOf(made('Pasted')), notes: '' });
      return { type: 'setAgenda', segments: rest, buffer: minutes % 8 };
    }
    case 'fit':
      return { type: 'fitAgenda', dropping: stage.segments.map(({ id }) => id) };
  }
}

/** As one copies it out of the room. */
function written({ segments }: Meeting['stage']) {
  return segments.map(({ id, ...one }) => ({ ...copyOf(one), notes: `Of ${id}` }));
}

/** Commands carry lists that may be changed; what is on the stage may not. */
function copyOf<
  T extends { lenses: readonly string[]; prompts: readonly object[]; preReads: readonly object[] },
>(one: T) {
  const { lenses, prompts, preReads, ...rest } = one;
  const withoutId = (item: object) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'id'));
  return {
    ...rest,
    lenses: [...lenses],
    prompts: prompts.map(withoutId) as { name: string; question: string }[],
    preReads: preReads.map(withoutId) as { title: string; link: string; text: string }[],
  };
}
