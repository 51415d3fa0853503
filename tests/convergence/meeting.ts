/** One random meeting: a server that can restart, people who come and go, and a hash of what each of them holds. */
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import * as Y from 'yjs';
import { boardShape } from '../../src/domain/board/schema.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import type { SeededRandom } from '../support/random.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';
import { steadyPort } from '../support/steady-port.ts';
import { editSomething } from './edits.ts';

const names = ['Ana', 'Bo', 'Cy', 'Di', 'Ed'];

export class Meeting {
  /** Final refusals that anybody met; honest people meet none. */
  readonly refusals: number[] = [];
  readonly #store: Store;
  #server: OwnServer;
  readonly #room: HeadlessRoom;
  readonly #people: readonly HeadlessPerson[];
  #count = 0;

  private constructor(
    store: Store,
    server: OwnServer,
    room: HeadlessRoom,
    people: readonly HeadlessPerson[],
  ) {
    this.#store = store;
    this.#server = server;
    this.#room = room;
    this.#people = people;
  }

  static async open(random: SeededRandom, size: number): Promise<Meeting> {
    const store = memoryStore();
    const server = await startServer(store, await steadyPort());
    const room = await openRoom(server.origin);
    const others = names.slice(0, size - 1).map((name) => join(server.origin, room.links.participant, name));
    const people = [room.facilitator, ...(await Promise.all(others))];
    await Promise.all(people.map((person) => person.open('board')));
    await room.facilitator.stage.connect();
    await room.facilitator.stage.command({ type: 'startMeeting' });
    return new Meeting(store, server, room, people);
  }

  /** Somebody changes something, connected or not. */
  edit(random: SeededRandom): void {
    editSomething(random.pick(this.#people).boardDocument.doc, random, `e${this.#count++}`);
  }

  /** Lets frames travel: waits until somebody who is connected knows that all is saved, or loses the connection. */
  async breathe(): Promise<void> {
    const document = this.#people.find(({ boardDocument }) => boardDocument.isOpen)?.boardDocument;
    await document?.until(() => document.isSaved || !document.isOpen);
  }

  cutSomebody(random: SeededRandom): void {
    random.pick(this.#people).boardDocument.cut();
  }

  async bringSomebodyBack(random: SeededRandom): Promise<void> {
    const away = this.#people.filter(({ boardDocument }) => !boardDocument.isOpen);
    if (away.length > 0) await this.#connect(random.pick(away));
  }

  /** The facilitator goes on or back; what people edit does not care. */
  async moveOn(random: SeededRandom): Promise<void> {
    const { stage } = this.#room.facilitator;
    if (!stage.isConnected) await stage.connect();
    const type = random.below(4) === 0 ? 'goBack' : 'goNext';
    await stage.command({ type });
  }

  async restart(): Promise<void> {
    this.#room.facilitator.stage.disconnect();
    await this.#server.stop();
    this.#server = await startServer(this.#store, this.#server.port);
  }

  /** Everybody comes back until all is saved, and a newcomer joins. Returns content hashes by name, equal or not. */
  async settle(): Promise<Map<string, string>> {
    await Promise.all(this.#people.map((person) => this.#comeToRest(person)));
    const newcomer = await join(this.#server.origin, this.#room.links.participant, 'Newcomer');
    await newcomer.open('board');
    const everybody = [...this.#people, newcomer];
    let hashes = new Map<string, string>();
    await vi
      .waitUntil(
        async () => {
          await Promise.all(everybody.map((person) => this.#comeToRest(person)));
          hashes = new Map(
            everybody.map(({ seat, boardDocument }) => [seat, contentHash(boardDocument.doc)]),
          );
          return new Set(hashes.values()).size === 1;
        },
        { timeout: 5_000, interval: 20 },
      )
      .catch(() => {});
    newcomer.leave();
    return hashes;
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.leave();
    await this.#server.close();
  }

  /** A connection may be lost on the way without anybody knowing yet; so it is tried until all is saved. */
  async #comeToRest(person: HeadlessPerson): Promise<void> {
    const document = person.boardDocument;
    while (!document.isOpen || !document.isSaved) {
      if (!document.isOpen) await this.#connect(person);
      await document.until(() => document.isSaved || !document.isOpen);
      if (this.refusals.length > 0) return;
    }
  }

  async #connect(person: HeadlessPerson): Promise<void> {
    const document = person.boardDocument;
    await document.connect().catch(() => {
      if (document.closeCode !== null && document.closeCode >= 4400 && document.closeCode < 4500) {
        this.refusals.push(document.closeCode);
      }
    });
  }
}

/** Of what people read, not of how Yjs happens to hold it: every root, every entry, removed ones too. */
function contentHash(doc: Y.Doc): string {
  const content = Object.keys(boardShape.roots).map((root) => [root, plain(doc.getMap(root))]);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return value.toString();
  if (!(value instanceof Y.Map)) return value;
  return [...value.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]);
}

/** Rates are off: this network is faster than people. The store outlives the server. */
function startServer(store: Store, port: number): Promise<OwnServer> {
  const lasting: Store = {
    commit: (change) => store.commit(change),
    loadRoom: (room) => store.loadRoom(room),
    probe: () => store.probe(),
    key: () => store.key(),
    close: () => Promise.resolve(),
  };
  return startOwnServer({
    around: { store: lasting },
    env: {
      HEARTH_PORT: String(port),
      HEARTH_LOG_LEVEL: 'silent',
      HEARTH_FRAMES_PER_SECOND: '0',
      HEARTH_BYTES_PER_SECOND: '0',
      HEARTH_JOINS_PER_MINUTE: '0',
      HEARTH_REQUESTS_PER_SECOND: '0',
      HEARTH_CLIENT_IDS_PER_MINUTE: '0',
      HEARTH_ROOMS_PER_HOUR: '0',
      HEARTH_COMMANDS_PER_SECOND: '0',
    },
  });
}
