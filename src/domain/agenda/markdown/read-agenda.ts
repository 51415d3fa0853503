/**
 * An agenda from Markdown that people have written or changed by hand. A line that cannot be read is named, and the
 * rest is read as if it were not there; what comes back is always an agenda that a room could have, but that a title or
 * all segments may be missing. docs/agenda-markdown.md shows what can be written.
 */
import type { AgendaSegment, OwnLens } from '#protocol/agenda.ts';
import { lineSchema } from '#protocol/lines.ts';
import { limits } from '#protocol/limits.ts';
import { lenses as catalogue } from '../../lenses/catalogue.ts';
import { plain } from '../../lenses/has-name.ts';
import type { Agenda } from '../agenda.ts';
import { activities } from '../segment.ts';
import { splitAtColon, unescapeText } from './escaping.ts';
import { linesOf, type Field, type Line, type NumberedLine } from './lines.ts';
import { problems, type AgendaProblem } from './problems.ts';
import { lensNamed } from './lens-named.ts';
import { LensReading } from './read-lens.ts';
import { SegmentReading } from './read-segment.ts';

export type { AgendaProblem } from './problems.ts';

export interface AgendaFound {
  readonly agenda: Agenda;
  /** In the order of their lines; there may be several for one. */
  readonly problems: readonly AgendaProblem[];
}

const titleLine = lineSchema(limits.titleChars);

export function readAgenda(markdown: string): AgendaFound {
  const reading = new AgendaReading();
  for (const line of linesOf(markdown)) reading.take(line);
  return reading.done();
}

/** What lines below belong to; `lost` for those that are indented below a line that was named already. */
type Above = SegmentReading | LensReading | 'lost' | null;

class AgendaReading {
  readonly #problems: AgendaProblem[] = [];
  readonly #segments: SegmentReading[] = [];
  readonly #lenses: LensReading[] = [];
  #title = '';
  #buffer: number | null = null;
  #above: Above = null;

  take({ line, number, isIndented }: NumberedLine): void {
    if (this.#above === 'lost' && !isIndented) this.#above = null;
    switch (line.kind) {
      case 'title':
        return this.#setTitle(line.text, number);
      case 'timed':
        return this.#begin(line, number);
      case 'field':
        return this.#field(line, number, isIndented);
      case 'quotation':
        if (this.#above === null) return this.#report(number, problems.alone);
        return this.#above === 'lost' ? undefined : this.#above.quote(line.text, number);
      case 'other':
        return this.#above === 'lost' ? undefined : this.#report(number, problems.unclear);
    }
  }

  done(): AgendaFound {
    const lenses = this.#ownLenses();
    const segments = this.#segments.map((segment) => segment.done((name) => lensNamed(name, lenses)));
    return {
      agenda: { title: this.#title, segments, buffer: this.#buffer ?? 0, lenses },
      problems: this.#problems.sort((one, other) => one.line - other.line),
    };
  }

  #setTitle(text: string, number: number): void {
    this.#above = null;
    const read = titleLine.safeParse(unescapeText(text));
    if (this.#title !== '') this.#report(number, problems.secondTitle);
    else if (read.success) this.#title = read.data;
    else this.#report(number, problems.title);
  }

  #begin({ minutes, text }: Extract<Line, { kind: 'timed' }>, number: number): void {
    this.#above = 'lost';
    const { name, rest } = splitAtColon(text) ?? { name: text, rest: '' };
    if (plain(name) === 'buffer') return this.#setBuffer(minutes, number);
    const activity = activityNamed(name);
    if (activity === null) return this.#report(number, problems.activity(name));
    if (minutes < 1 || minutes > limits.minutesMax) return this.#report(number, problems.minutes);
    if (this.#segments.length === limits.segments) return this.#report(number, problems.segments);
    const segment = new SegmentReading(activity, minutes, this.#problems);
    this.#segments.push(segment);
    this.#above = segment;
    segment.ask(rest, number);
  }

  #setBuffer(minutes: number, number: number): void {
    this.#above = null;
    if (this.#buffer !== null) this.#report(number, problems.secondBuffer);
    else if (minutes > limits.minutesMax) this.#report(number, problems.buffer);
    else this.#buffer = minutes;
  }

  #field(field: Field, number: number, isIndented: boolean): void {
    const activity = activityNamed(field.key);
    if (field.key === 'lens' && field.isTop) return this.#beginLens(field.value, number);
    const isBelow = isIndented && this.#above instanceof SegmentReading;
    if (activity === 'read' && isBelow) this.#report(number, problems.readBelow);
    else if (activity !== null) {
      this.#above = 'lost';
      this.#report(number, problems.minutesMissing(activity));
    } else if (this.#above === null) this.#report(number, problems.alone);
    else if (this.#above !== 'lost') this.#above.field(field, number);
  }

  #beginLens(name: string, number: number): void {
    this.#above = 'lost';
    if (this.#lenses.length === limits.ownLenses) return this.#report(number, problems.ownLenses);
    const lens = new LensReading(name, number, this.#problems);
    this.#lenses.push(lens);
    this.#above = lens;
  }

  #ownLenses(): OwnLens[] {
    const found: OwnLens[] = [];
    for (const reading of this.#lenses) {
      const lens = reading.done([...catalogue, ...found]);
      if (lens) found.push(lens);
    }
    return found;
  }

  #report(line: number, sentence: string): void {
    this.#problems.push({ line, sentence });
  }
}

function activityNamed(name: string): AgendaSegment['activity'] | null {
  return activities.find((activity) => plain(activity) === plain(name)) ?? null;
}
