/** Several things that happened, as they are typed or pasted: one line each, beginning with its time. */
import { readWebAddress } from '#domain/board/web-address.ts';
import { timelineUntil } from '#domain/board/schema.ts';
import { limits } from '#protocol/limits.ts';
import type { NewEntry } from '$lib/room/timeline-view.svelte.ts';
import { incident as words } from '$lib/text/incident.ts';
import { readTypedTime, type TimeFrame } from './typed-time.ts';

export type LineProblem = 'no-time' | 'no-words' | 'too-long';

export interface TypedLine {
  readonly text: string;
  readonly read: NewEntry | LineProblem;
}

/** Before a time that nobody knows exactly. */
const about = /^(\s*(?:[-*•]\s+)?[[(]?)(?:[~≈]|(?:about|around|approx\.?|circa|ca\.?)\s)\s*(?=[+\d])/i;

/** Blank lines are left out. Each time is counted from the one before it; a chosen day is that of the first. */
export function readTypedLines(text: string, frame: TimeFrame): TypedLine[] {
  let { after, day } = frame;
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const read = readLine(line, { ...frame, after, day });
    if (typeof read === 'object') [after, day] = [read.at, null];
    return { text: line, read };
  });
}

function readLine(line: string, frame: TimeFrame): NewEntry | LineProblem {
  const found = readTypedTime(line.replace(about, '$1'), frame);
  if (!found || found.at > timelineUntil) return 'no-time';
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
