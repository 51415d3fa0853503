/** Before the meeting: its start, whom it needs, pre-reads, and writing early. */
import type { CommandOf } from '#protocol/commands.ts';
import type { PreReadId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { isZone } from '../../agenda/zones.ts';
import { mayBeEarly } from '../before.ts';
import { segmentOf } from '../gathering.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Also a little in the past: the meeting may be late already. */
export function planStart(state: StageState, { start }: CommandOf<'planStart'>, { now }: Facts): Handled {
  const { plannedStart } = state;
  if (start !== null && !(isZone(start.zone) && isPlannable(start.at, now))) return refuse('bad-input');
  if (start?.at === plannedStart?.at && start?.zone === plannedStart?.zone) return accept();
  return accept({ at: now, type: 'startPlanned', start });
}

export function setExpected(
  state: StageState,
  { people }: CommandOf<'setExpected'>,
  { now }: Facts,
): Handled {
  if (JSON.stringify(people) === JSON.stringify(state.expected)) return accept();
  return accept({ at: now, type: 'expectedSet', people });
}

export function markRead(
  state: StageState,
  { preRead, read }: CommandOf<'markRead'>,
  { now, seat }: Facts,
): Handled {
  if (!hasPreRead(state, preRead)) return refuse('conflict');
  const readers = Object.hasOwn(state.reads, preRead) ? (state.reads[preRead] ?? []) : [];
  if (readers.includes(seat) === read) return accept();
  return accept({ at: now, type: 'preReadMarked', preRead, seat, read });
}

/** Open already, it is open for these segments and until then from now on. */
export function openEarly(state: StageState, command: CommandOf<'openEarly'>, { now }: Facts): Handled {
  const { until } = command;
  const segments = state.segments.map(({ id }) => id).filter((id) => command.segments.includes(id));
  if (until <= now || until > now + limits.plannedAheadMs) return refuse('bad-input');
  if (!command.segments.every((id) => takesNotesEarly(state, id))) return refuse('bad-input');
  const { early } = state;
  if (early?.until === until && String(early.segments) === String(segments)) return accept();
  return accept({ at: now, type: 'earlyOpened', segments, until });
}

export function closeEarly(state: StageState, _command: CommandOf<'closeEarly'>, { now }: Facts): Handled {
  return state.early === null ? accept() : accept({ at: now, type: 'earlyClosed' });
}

function isPlannable(at: number, now: number): boolean {
  return at >= now - limits.plannedBackMs && at <= now + limits.plannedAheadMs;
}

function hasPreRead(state: StageState, preRead: PreReadId): boolean {
  return state.segments.some(({ preReads }) => preReads.some(({ id }) => id === preRead));
}

function takesNotesEarly(state: StageState, id: string): boolean {
  const segment = segmentOf(state, id);
  return segment !== null && mayBeEarly(segment);
}
