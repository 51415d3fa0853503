/**
 * What only a refused document held. Yjs cannot take back a local edit, so the document is set aside and a fresh one is
 * opened; merging the two shows which texts the fresh one lacks, and not merely which differ because others went on.
 */
import * as Y from 'yjs';
import { Board } from '#domain/board/board.ts';
import { EarlierActions } from '#domain/board/earlier.ts';
import type { IncidentPart } from '#domain/board/incident-parts.ts';
import { Incident } from '#domain/board/incident.ts';
import { Outcomes, type OutcomeArea, type OutcomeFields } from '#domain/board/outcomes.ts';
import { Timeline } from '#domain/board/timeline.ts';
import { TopicReading } from '#domain/board/topic-reading.ts';
import { outcomeTexts } from '#domain/board/topic.ts';
import { Topics } from '#domain/board/topics.ts';
import { Desk, type Draft } from '#domain/desk/desk.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { DocumentName, DraftId } from '#protocol/ids.ts';
import { fingerprint } from './fingerprint.ts';

const own = { kind: 'own' } as const;

type Area = OutcomeArea | 'topics' | 'earlier' | 'incident' | 'timeline';

interface Passage {
  readonly path: string;
  readonly text: string;
}

export interface KeptWords extends Pick<Draft, 'segment' | 'lens' | 'prompt' | 'text'> {
  /** The same in every tab and at every attempt, so that nothing is kept twice. */
  readonly id: DraftId;
}

/** `fresh` is the document as the server has it. Neither document is changed. */
export function wordsOnlyIn(aside: Y.Doc, fresh: Y.Doc, document: DocumentName): KeptWords[] {
  const merged = new Y.Doc();
  for (const doc of [fresh, aside]) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
  const mine = passagesOf(aside, document).filter(({ id }) => {
    const there = textIn(fresh, document, id);
    const together = textIn(merged, document, id);
    return together.trim() !== '' && !isThinned(together, there);
  });
  merged.destroy();
  return mine.map(({ id, segment, lens, prompt, text }) => ({
    id: `kept${fingerprint(`${document}\n${id}\n${text}`).slice(0, 20)}`,
    segment,
    lens,
    prompt,
    text,
  }));
}

/** Whether `text` is `whole` with nothing added: then nobody's words are missing from `whole`. */
function isThinned(text: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (text.startsWith(letter, at)) at += letter.length;
  return at === text.length;
}

function passagesOf(doc: Y.Doc, document: DocumentName): KeptWords[] {
  if (document === 'desk') return new Desk(doc, null).readDrafts();
  const none = { segment: '', lens: '', prompt: '' };
  return boardPassages(doc).map(({ path, text }) => ({ ...none, id: path, text }));
}

/** Every shared text of the board that people write in, in the order in which it is read. */
function boardPassages(doc: Y.Doc): Passage[] {
  const outcomes = new Outcomes(doc, own);
  const actions = new Board(doc, own).readActions();
  const headlines = Object.entries(outcomes.readHeadlines()).map(([id, text]) => ({ id, text }));
  const incident = Object.entries(new Incident(doc, own).readIncident()).map(([id, text]) => ({ id, text }));
  return [
    ...passages('topics', ['title', 'minutes'] as const, new TopicReading(doc).entries()),
    ...passages('outcomes', outcomeTexts, outcomes.readOutcomes()),
    ...passages('options', ['title', 'good', 'bad'] as const, outcomes.readOptions()),
    ...passages('positions', ['text'] as const, outcomes.readPositions()),
    ...passages('actions', ['title', 'check', 'toSelf', 'toTeammate'] as const, actions),
    ...passages('headlines', ['text'] as const, headlines),
    ...passages('earlier', ['why'] as const, new EarlierActions(doc, own).readEarlier()),
    ...passages('incident', ['text'] as const, incident),
    ...timelinePassages(doc),
  ];
}

/** With its time, without which nobody could put it back. */
function timelinePassages(doc: Y.Doc): Passage[] {
  return new Timeline(doc, own).readTimeline().map(({ id, at, what }) => ({
    path: `timeline ${id} what`,
    text: `${new Date(at).toISOString()} ${what}`,
  }));
}

function passages<Key extends string>(
  area: Area,
  keys: readonly Key[],
  entries: readonly ({ readonly id: string } & Readonly<Record<Key, string>>)[],
): Passage[] {
  return entries.flatMap((entry) =>
    keys.map((key) => ({ path: `${area} ${entry.id} ${key}`, text: entry[key] })),
  );
}

function textIn(doc: Y.Doc, document: DocumentName, id: string): string {
  if (document === 'desk') return new Desk(doc, null).textOf(id)?.read() ?? '';
  const [area, entry, key] = id.split(' ') as [Area, string, string];
  return fieldIn(doc, area, entry, key)?.read() ?? '';
}

function fieldIn(doc: Y.Doc, area: Area, entry: string, key: string): TextField | null {
  switch (area) {
    case 'topics':
      return key === 'title' ? new Topics(doc, own).titleOf(entry) : new Topics(doc, own).minutesOf(entry);
    case 'earlier':
      return new EarlierActions(doc, own).whyOf(entry);
    case 'incident':
      return new Incident(doc, own).textOf(entry as IncidentPart);
    case 'timeline':
      return new Timeline(doc, own).whatOf(entry);
    default:
      return new Outcomes(doc, own).textOf(area, entry, key as OutcomeFields[OutcomeArea]);
  }
}
