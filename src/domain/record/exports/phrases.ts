/** Small pieces of sentence that several sections need. Text goes in as typed and comes out as one line. */
import type { ChoiceCounts, Lack } from '../room-record.ts';
import { oneLine } from './one-line.ts';

export const unnamed = 'somebody without a name';

export function words(text: string, otherwise = '(nothing written)'): string {
  return oneLine(text) || otherwise;
}

/** `Label: text`; nothing where there is no text. */
export function labelled(label: string, text: string | null): string[] {
  const line = oneLine(text ?? '');
  return line === '' ? [] : [`${label}: ${line}`];
}

/** The lines of a longer text, those without words left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map(oneLine)
    .filter((line) => line !== '');
}

export function needs(kind: string, lacks: readonly Lack[]): string {
  const missing: Readonly<Record<Lack, string>> = {
    title: kind === 'action' ? 'a title' : 'words',
    owner: 'an owner',
    due: 'a date',
    aim: 'an aim',
    consent: 'its owner’s word',
    reconvene: 'a day to look again',
    position: 'a confirmed position',
    outcome: 'an outcome',
    why: 'a why',
  };
  return lacks.length === 0 ? '' : `needs ${lacks.map((lack) => missing[lack]).join(' and ')}`;
}

/** `3 × 4, 1 × 5`, lowest first, choices that nobody took left out. */
export function counted(counts: ChoiceCounts): string {
  const chosen = counts.filter(({ count }) => count > 0);
  return chosen.map(({ choice, count }) => `${count} × ${words(choice)}`).join(', ') || 'nobody answered';
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** People do not read tenths. */
export function wholeMinutes(minutes: number): string {
  return minutes > 0 && minutes < 1 ? 'under 1' : String(Math.round(minutes));
}

/** What has been on at all has taken some time. */
export function spentMinutes(minutes: number): string {
  return minutes < 1 ? 'under 1' : wholeMinutes(minutes);
}

/** `12 (announced 15)`; what was announced is left out where it is the same, or not known. `unit` follows the minutes. */
export function minutesAnnounced(planned: number, announced = planned, unit = ''): string {
  const [now, then] = [wholeMinutes(planned), wholeMinutes(announced)];
  return `${now}${unit}${now === then ? '' : ` (announced ${then})`}`;
}
