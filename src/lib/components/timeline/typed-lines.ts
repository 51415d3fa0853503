/** Several things that happened, as they are typed or pasted: one line each, beginning with its time. */
import { readWebAddress } from '#domain/board/web-address.ts';
import { timelineUntil } from '#domain/board/schema.ts';
import { limits } from '#protocol/limits.ts';
import type { NewEntry } from '$lib/room/timeline-view.svelte.ts';
import { incident as words } from '$lib/text/incident.ts';
import { dayOf } from '$lib/text/moments.ts';
import { readTypedTime, type DayFrom, type ReadTime, type TimeFrame } from './typed-time.ts';

export type LineProblem = 'no-time' | 'no-words' | 'too-long';

export interface TypedLine {
  readonly text: string;
  readonly read: NewEntry | LineProblem;
  /** Null where it is not read. */
  readonly dayFrom: DayFrom | null;
}

/** Before a time that nobody knows exactly. */
const about = /^(\s*(?:[-*•]\s+)?[[(]?)(?:[~≈]|(?:about|around|approx\.?|circa|ca\.?)\s)\s*(?=[+\d])/i;

/**
 * Blank lines are left out. Each time is counted from the one before it; a chosen day is that of the first one that has
 * none of its own.
 */
export function readTypedLines(text: string, frame: TimeFrame): TypedLine[] {
  let { after, day } = frame;
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const typed = readLine(line, { ...frame, after, day });
    if (typeof typed.read === 'object') after = typed.read.at;
    day = dayLeft([typed], day);
    return typed;
  });
}

/** What is left of a chosen day once all that could be read is on the timeline: later times go by theirs. */
export function dayLeft(lines: readonly TypedLine[], day: string | null): string | null {
  return lines.some(({ dayFrom }) => dayFrom === 'typed' || dayFrom === 'frame') ? null : day;
}

/** On which day the first time is that names none; where none is typed, the one that it would go on from. */
export function dayAhead(lines: readonly TypedLine[], { zone, after, day, now }: TimeFrame): string {
  const at = lines.findIndex(({ dayFrom }) => dayFrom === 'frame');
  const first = lines[at]?.read;
  if (typeof first !== 'object') return day ?? dayOf(after ?? now, zone);
  return dayLeft(lines.slice(0, at), day) ?? dayOf(first.at, zone);
}

function readLine(line: string, frame: TimeFrame): TypedLine {
  const found = readTypedTime(line.replace(about, '$1'), frame);
  const read = found ? readEntry(line, found) : 'no-time';
  return { text: line, read, dayFrom: typeof read === 'object' && found ? found.dayFrom : null };
}

function readEntry(line: string, found: ReadTime): NewEntry | LineProblem {
  if (found.at > timelineUntil) return 'no-time';
  const { what: typed, source } = withoutSource(found.rest);
  if (typed === '') return 'no-words';
  const what = about.test(line) ? words.aboutThen(typed) : typed;
  return what.length > limits.timelineChars ? 'too-long' : { at: found.at, what, source };
}

/** An address at the end is where the evidence is. */
function withoutSource(text: string): Pick<NewEntry, 'what' | 'source'> {
  const [, what = '', last = ''] = /^(.*?)\s*(\S+)$/s.exec(text) ?? [];
  const source = last.length > limits.linkChars ? null : readWebAddress(last);
  return source === null ? { what: text, source } : { what: what.trim(), source };
}
