/** Every file a record leaves as, opened by a parser that is not ours, and compared with the record field by field. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import MarkdownIt from 'markdown-it';
import { convertIcsCalendar } from 'ts-ics';
import { parse as parseYaml } from 'yaml';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import { readCsv } from '../support/csv-reading.ts';
import { readZip } from '../support/zip-reading.ts';
import { expect } from './meeting-test.ts';
import type { Visitor } from './people.ts';

/** Asks for the files of a room as a browser with a seat in it does. */
export class Exports {
  readonly #visitor: Visitor;
  readonly #origin: string;
  readonly #room: string;

  constructor(visitor: Visitor, origin: string, room: string) {
    this.#visitor = visitor;
    this.#origin = origin;
    this.#room = room;
  }

  /** Fits the schema that the server publishes. */
  async record(): Promise<RoomRecord> {
    const record: unknown = JSON.parse(await this.#text('record.json'));
    const schema = await this.#visitor.page.request.get(`${this.#origin}/schema/record-1.json`);
    const isValid = new Ajv2020().compile((await schema.json()) as object);
    expect(isValid(record), JSON.stringify(isValid.errors)).toBe(true);
    return record as RoomRecord;
  }

  markdown(): Promise<string> {
    return this.#text('record.md');
  }

  async agreeWith(record: RoomRecord): Promise<void> {
    await this.#markdownAgrees('record.md', record);
    await this.#markdownAgrees('record.github.md', record);
    await this.#filesAgree(record);
    await this.#calendarsAgree(record);
    await this.#tablesAgree(record);
  }

  async #markdownAgrees(name: string, record: RoomRecord): Promise<void> {
    const [head = '', body = ''] = split(await this.#text(name));
    expect(parseYaml(head)).toMatchObject({
      title: record.title,
      participants: record.people,
      roti: countsOf(record, 'roti'),
      id: record.room,
    });
    const sections = outline(body);
    const under = (heading: string) => sections.get(heading) ?? [];
    for (const { title, owner, due } of record.actions)
      expect(under('Actions')).toContainEqual(
        expect.stringContaining(`${title} (owner: ${owner}) 📅 ${due}`),
      );
    const whole = [...sections].flatMap(([heading, lines]) => [heading, ...lines]).join('\n');
    for (const words of wordsOf(record)) expect(whole).toContain(words);
  }

  async #filesAgree(record: RoomRecord): Promise<void> {
    const answer = await this.#get('decisions.zip');
    const files = [...(await readZip(await answer.body())).values()].join('\n');
    const words = [
      ...record.decisions.flatMap(({ text, risks }) => [text, risks]),
      ...record.escalations.flatMap(({ needed, positions }) => [
        needed,
        ...positions.map(({ text }) => text),
      ]),
    ];
    for (const one of words) expect(files).toContain(one);
  }

  async #calendarsAgree(record: RoomRecord): Promise<void> {
    const read = async (name: string) => convertIcsCalendar(undefined, await this.#text(name));
    const { events = [] } = await read('actions-calendar.ics');
    const { todos = [] } = await read('actions-tasks.ics');
    const promised = record.actions.map(({ title, due }) => [title, due]);
    const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);
    expect(events.map(({ summary, start }) => [summary, day(start.date)])).toEqual(promised);
    expect(todos.map((todo) => [todo.summary, 'due' in todo ? day(todo.due?.date) : undefined])).toEqual(
      promised,
    );
    expect(new Set([...events, ...todos].map(({ uid }) => uid)).size).toBe(record.actions.length);
  }

  async #tablesAgree(record: RoomRecord): Promise<void> {
    const rows = async (name: string) => {
      const [head = [], ...cells] = readCsv(await this.#text(name));
      return cells.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at]])));
    };
    expect(await rows('actions.csv')).toMatchObject(
      record.actions.map(({ id, title, owner, due, consent }) => ({
        id,
        action: title,
        owner,
        due,
        consent,
      })),
    );
    const notes = record.segments.flatMap(({ notes: groups }) => groups.flatMap(({ notes: some }) => some));
    expect((await rows('notes.csv')).map(({ note }) => note).sort()).toEqual(
      [...record.wins, ...notes].map(({ text }) => text).sort(),
    );
  }

  async #text(name: string): Promise<string> {
    return (await this.#get(name)).text();
  }

  async #get(name: string) {
    const answer = await this.#visitor.page.request.get(`${this.#origin}/api/rooms/${this.#room}/${name}`);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['content-disposition'], name).toContain('attachment');
    return answer;
  }
}

function wordsOf(record: RoomRecord): string[] {
  return [
    ...Object.values(record.headlines).filter((line): line is string => typeof line === 'string'),
    ...record.decisions.flatMap(({ text, risks }) => [text, risks]),
    ...record.spikes.map(({ question }) => question),
    ...record.escalations.flatMap(({ needed, positions }) => [needed, ...positions.map(({ text }) => text)]),
    ...record.letGo.map(({ why }) => why),
    ...record.wins.map(({ text }) => text),
    ...record.topics.flatMap(({ title, notes }) => [title, ...notes.map(({ text }) => text)]),
  ].filter((words) => words !== '');
}

function countsOf({ polls }: RoomRecord, question: string): unknown {
  const counts = polls.find((poll) => poll.question === question)?.counts;
  return counts?.map((step: { readonly count: number }) => step.count);
}

function split(markdown: string): string[] {
  return /^---\n(.*?)\n---\n(.*)$/s.exec(markdown)?.slice(1) ?? [];
}

/** What stands under each heading, as plain text without zero-width spaces. */
function outline(markdown: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  let isHeading = false;
  for (const token of new MarkdownIt().parse(markdown, {})) {
    if (token.type === 'heading_open') isHeading = true;
    if (token.type !== 'inline') continue;
    const text = (token.children ?? [])
      .map(({ content }) => content)
      .join('')
      .replaceAll('\u200b', '');
    if (isHeading) sections.set(text, (lines = []));
    else lines.push(text);
    isHeading = false;
  }
  return sections;
}
