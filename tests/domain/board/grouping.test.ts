/** Five people group at once, hear of each other late, and take back what they did; a server makes topics of lone notes. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import type { Topic } from '../../../src/domain/board/topic.ts';
import { Topics, type TopicChange } from '../../../src/domain/board/topics.ts';
import { BoardUndo } from '../../../src/lib/room/board-undo.ts';
import { seededRandom, type SeededRandom } from '../../support/random.ts';
import { exchange } from '../../support/two-documents.ts';

const seeds = process.env['HEARTH_FUZZ'] === 'long' ? 3_000 : 150;
const steps = 120;
const noteCount = 12;
const registers = ['membership', 'topics'] as const;

class Peer {
  readonly doc: Y.Doc;
  readonly topics: Topics;
  readonly #board: Board;
  readonly #undo = new BoardUndo();
  readonly #newId: () => string;

  constructor(clientId: number, newId: () => string) {
    this.doc = new Y.Doc();
    this.doc.clientID = clientId;
    this.#board = new Board(this.doc, { kind: 'own' });
    this.topics = new Topics(this.doc, { kind: 'own' });
    this.#newId = newId;
  }

  read(): Topic[] {
    return this.topics.readTopics(this.#board.readNotes());
  }

  act(random: SeededRandom, said: (token: string) => void): void {
    const topics = this.read().filter(({ isLone }) => !isLone);
    const notes = this.#board.readNotes().map(({ id }) => id);
    const some = notes.filter(() => random.below(4) === 0);
    const id = topics.length > 0 ? random.pick(topics).id : 'none';
    const other = topics.length > 0 ? random.pick(topics).id : 'none';
    const what = random.below(11);
    if (what <= 1) this.#did(this.topics.addTopic(this.#newId(), some));
    else if (what <= 3) this.#did(this.topics.moveNotes(some, id));
    else if (what === 4) this.#did(this.topics.takeOut(some, this.#newId));
    else if (what <= 6) this.#did(this.topics.mergeTopics(id, other));
    else if (what === 7)
      this.#did(this.topics.unmerge(random.pick([...topics.flatMap(({ merged }) => merged), id])));
    else if (what === 8) this.#did(this.topics.ungroup([id, other].slice(random.below(2)), this.#newId));
    else if (what === 9) this.#did(this.topics.setRemoved(id, true));
    else this.#say(id, said);
  }

  /** Of every value that this changed, its writer before. */
  undo(): Set<number> {
    const before = this.#writers();
    this.#undo.undo(['topics']);
    const after = this.#writers();
    return new Set(
      [...before].filter(([key, { id }]) => after.get(key)?.id !== id).map(([, { client }]) => client),
    );
  }

  #say(topic: string, said: (token: string) => void): void {
    const token = `<${this.#newId()}>`;
    const minutes = this.topics.minutesOf(topic);
    minutes?.splice(0, 0, token);
    if (minutes) said(token);
  }

  #did(change: TopicChange): void {
    this.#undo.add({
      place: 'topics',
      did: 'grouping',
      stands: () => this.topics.stands(change),
      takeBack: () => this.topics.takeBack(change),
    });
  }

  #writers(): Map<string, { readonly id: string; readonly client: number }> {
    const membership = this.doc.getMap('membership');
    const entries = Array.from(
      this.doc.getMap('topics'),
      ([id, entry]) => [id, entry as Y.Map<unknown>] as const,
    );
    const written = new Map<string, { id: string; client: number }>();
    for (const [of, map] of [['membership', membership] as const, ...entries])
      for (const [key, { id }] of map._map)
        written.set(`${of} ${key}`, { id: `${id.client} ${id.clock}`, client: id.client });
    return written;
  }
}

function meet(seed: number) {
  const random = seededRandom(seed);
  let made = 0;
  const newId = () => `t${random.below(1_000)}-${(made += 1)}`;
  const server = new Peer(1, newId);
  const board = new Board(server.doc, { kind: 'server' });
  for (let at = 0; at < noteCount; at += 1)
    board.addNote(`n${at}`, { segment: 's', lens: '', prompt: '', text: `Note ${at}` });
  const people = [10, 11, 12, 13, 14].map((clientId) => new Peer(clientId, newId));
  for (const { doc } of people) exchange(server.doc, doc);
  return { random, server, people, tokens: new Set<string>() };
}

function settle({ server, people }: ReturnType<typeof meet>): void {
  for (const { doc } of [...people, ...people]) exchange(server.doc, doc);
}

function play(seed: number): ReturnType<typeof meet> {
  const meeting = meet(seed);
  const { random, server, people, tokens } = meeting;
  for (let step = 0; step < steps; step += 1) {
    const person = random.pick(people);
    const dice = random.below(20);
    if (dice < 6) exchange(person.doc, random.pick([server, ...people]).doc);
    else if (dice === 6)
      server.topics.ensureTopics(server.read().filter(({ isLone }) => isLone && random.below(3) === 0));
    else if (dice <= 9) {
      for (const writer of person.undo()) expect(writer, `seed ${seed}`).toBe(person.doc.clientID);
    } else person.act(random, (token) => tokens.add(token));
  }
  settle(meeting);
  return meeting;
}

describe('grouping at the same time', () => {
  it('ends the same for everybody, each note in one topic, nothing lost, and undo undoes only one’s own', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { server, people, tokens } = play(seed);
      const topics = server.read();
      for (const person of people) expect(person.read(), `seed ${seed}`).toEqual(topics);
      expectEachNoteOnce(topics, seed);
      expectNothingLost(server, topics, tokens, seed);
    }
  });

  it('can be taken back to where it began by everybody who takes back all they did', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { random, people, server, tokens } = meet(seed);
      const [person] = people;
      const before = person!.read();
      for (let step = 0; step < 30; step += 1) person!.act(random, (token) => tokens.add(token));
      for (let step = 0; step < 30; step += 1) person!.undo();
      exchange(server.doc, person!.doc);
      const left = server.read().filter(({ minutes, isLone }) => isLone || minutes === '');
      expect(left, `seed ${seed}`).toEqual(before);
    }
  });
});

function expectEachNoteOnce(topics: readonly Topic[], seed: number): void {
  const placed = topics.flatMap(({ notes }) => notes.map(({ id }) => id)).sort();
  const all = Array.from({ length: noteCount }, (_, at) => `n${at}`).sort();
  expect(placed, `seed ${seed}`).toEqual(all);
}

/** Every topic that was ever made is shown, is part of one that is, or was removed while nothing was in it. */
function expectNothingLost(
  { doc }: Peer,
  topics: readonly Topic[],
  tokens: ReadonlySet<string>,
  seed: number,
): void {
  const shown = new Set(topics.flatMap(({ id, merged }) => [id, ...merged]));
  const entries = Array.from(doc.getMap('topics'), ([id, entry]) => [id, entry as Y.Map<unknown>] as const);
  for (const [id, entry] of entries)
    expect(shown.has(id) || entry.get('removed') === true, `seed ${seed}: ${id}`).toBe(true);
  const words = entries.map(([id, entry]) => [id, String(entry.get('minutes'))] as const);
  for (const token of tokens) {
    const home = words.find(([, minutes]) => minutes.includes(token));
    expect(home, `seed ${seed}: ${token}`).toBeDefined();
    const isShown = topics.some(({ minutes }) => minutes.includes(token));
    expect(isShown || !shown.has(home?.[0] ?? ''), `seed ${seed}: ${token} is out of sight`).toBe(true);
  }
  expect(
    registers.every((root) => doc.getMap(root).size > 0),
    `seed ${seed}`,
  ).toBe(true);
}
