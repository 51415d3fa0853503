/** A record in a few plain lines, as one sends it to colleagues in a chat: nothing in it is markup, and nobody is called. */
import { oneLine } from '#domain/record/exports/one-line.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import { longDay, shortDay } from '$lib/text/dates.ts';
import { decide } from '$lib/text/decide.ts';
import { incident as incidents } from '$lib/text/incident.ts';
import { record as words } from '$lib/text/record.ts';
import { nothingOf } from './nothing-of.ts';
import { openLine } from './open-line.ts';
import { outcomeName } from './outcome-name.ts';

/** What goes on for longer is said to go on, and read in the record. */
const most = { entries: 12, chars: 200 };

/** `address` by which somebody who was not there can read on; null where there is none. */
export function chatText(record: RoomRecord, address: string | null, now: number): string {
  const blocks = [
    [`${line(record.title)}, ${longDay(Date.parse(record.startedAt ?? record.openedAt))}`],
    incidentOf(record),
    headlinesOf(record),
    listOf(words.decisions, decisionsOf(record)),
    listOf(words.actions, actionsOf(record, now)),
    listOf(words.spikes, spikesOf(record, now)),
    listOf(words.escalations, escalationsOf(record, now)),
    nothingOf(record),
    openOf(record),
    address === null ? [] : [words.chatRecord(address)],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** For whoever was not there the incident comes before what follows from it. */
function incidentOf({ incident }: RoomRecord): string[] {
  return labelled([
    [incidents.summary, incident?.summary ?? ''],
    [incidents.impact, incident?.impact ?? ''],
  ]);
}

function headlinesOf({ headlines }: RoomRecord): string[] {
  return labelled([
    [words.users, headlines.users],
    [words.cost, headlines.cost],
    [words.need, headlines.need],
  ]);
}

function labelled(rows: readonly (readonly [label: string, text: string])[]): string[] {
  return rows.filter(([, text]) => text.trim() !== '').map(([label, text]) => `${label}: ${line(text)}`);
}

function decisionsOf({ decisions }: RoomRecord): string[] {
  return decisions
    .filter(({ status }) => status !== 'superseded')
    .map(({ text, topic }) => entry(text, topic));
}

function actionsOf({ actions }: RoomRecord, now: number): string[] {
  return actions.map(({ title, owner, due, aim, consent, lacks }) =>
    entry(title, null, [
      aim ? incidents.aims[aim] : lacks.includes('aim') ? words.chatNoAim : '',
      owner === null ? words.chatNoOwner : consent === 'asked' ? words.chatAsked(line(owner)) : line(owner),
      due === null ? words.chatNoDue : words.chatBy(shortDay(due, now)),
    ]),
  );
}

function spikesOf({ spikes }: RoomRecord, now: number): string[] {
  return spikes.map(({ question, topic, owner, ends, reconvene }) =>
    entry(question, topic, [
      owner === null ? words.chatNoOwner : line(owner),
      ends === null ? '' : words.chatBy(shortDay(ends, now)),
      reconvene === null ? words.chatNoReconvene : words.chatReconvene(shortDay(reconvene, now)),
    ]),
  );
}

function escalationsOf({ escalations }: RoomRecord, now: number): string[] {
  return escalations.map(({ needed, topic, whom, by }) =>
    entry(needed, topic, [line(whom), by === null ? '' : words.chatBy(shortDay(by, now))]),
  );
}

function openOf({ closedAnyway, openItems }: RoomRecord): string[] {
  if (!closedAnyway) return [];
  const entries = openItems.map((item) => openLine({ ...item, title: line(item.title) }));
  return listOf(decide.leftOpen(openItems.length), entries);
}

/** Under the name of its topic it would be read as its words, so it says that it has none. */
function entry(text: string, topic: string | null, facts: readonly string[] = []): string {
  const isNamedByTopic = line(text) === '' && line(topic ?? '') !== '';
  const said = [isNamedByTopic ? words.chatNoWords : '', ...facts].filter((fact) => fact !== '');
  return `${outcomeName(line(text), line(topic ?? ''))}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
}

function listOf(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const left = entries.length - most.entries;
  const shown = entries.slice(0, left > 0 ? most.entries : entries.length).map((entry) => `• ${entry}`);
  return [title, ...shown, ...(left > 0 ? [words.chatMore(left)] : [])];
}

/** An invisible space behind each sign keeps chats from calling people and linking channels. */
function line(text: string): string {
  const whole = [...oneLine(text)];
  const cut =
    whole.length > most.chars
      ? `${whole
          .slice(0, most.chars - 1)
          .join('')
          .trimEnd()}…`
      : whole.join('');
  return cut.replace(/[@#]/g, (sign) => `${sign}\u200b`);
}
