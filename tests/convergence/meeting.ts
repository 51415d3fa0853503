/**
 * One random meeting: a server that can restart and writes too, people who come and go, and a hash of what each of
 * them and the server's store holds.
 */
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import * as Y from 'yjs';
import { boardShape } from '../../src/domain/board/schema.ts';
import { deskShape } from '../../src/domain/desk/schema.ts';
import type { DocumentShape } from '../../src/domain/yjs/shape.ts';
import { limits } from '../../src/protocol/limits.ts';
import { deskKey } from '../../server/rooms/document-keys.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessDocument } from '../support/headless-document.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import type { SeededRandom } from '../support/random.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';
import { steadyPort } from '../support/steady-port.ts';
import { changeOwnNote, editDesk } from './drafts.ts';
import { editSomething } from './edits.ts';

const names = ['Ana', 'Bo', 'Cy', 'Di', 'Ed'];

/** For each document the hashes of its content by who holds it. */
export type Holdings = readonly ReadonlyMap<string, string>[];

interface Lasting {
  readonly store: Store;
  readonly clock: HandClock;
}

export class Meeting {
  /** Final refusals that anybody met; honest people meet none. */
  readonly refusals: number[] = [];
  readonly #store: Store;
  readonly #clock: HandClock;
  #server: OwnServer;
  readonly #room: HeadlessRoom;
  readonly #people: readonly HeadlessPerson[];
  #count = 0;

  private constructor(
    { store, clock }: Lasting,
    server: OwnServer,
    room: HeadlessRoom,
    people: readonly HeadlessPerson[],
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#server = server;
    this.#room = room;
    this.#people = people;
  }

  static async open(random: SeededRandom, size: number): Promise<Meeting> {
    const lasting: Lasting = { store: memoryStore(), clock: new HandClock() };
    const server = await startServer(lasting, await steadyPort());
    const room = await openRoom(server.origin, { format: 'start-stop-continue' });
    const others = names.slice(0, size - 1).map((name) => join(server.origin, room.links.participant, name));
    const people = [room.facilitator, ...(await Promise.all(others))];
    await Promise.all(people.flatMap((person) => [person.open('board'), person.open('desk')]));
    const { stage } = room.facilitator;
    await stage.connect();
    await stage.command({ type: 'startMeeting' });
    while (stage.state?.current !== 'gather') await stage.command({ type: 'goNext' });
    return new Meeting(lasting, server, room, people);
  }

  /** Somebody changes something on the board, connected or not. */
  edit(random: SeededRandom): void {
    editSomething(random.pick(this.#people).boardDocument.doc, random, `e${this.#count++}`);
  }

  /** Somebody changes something on their own desk, connected or not. */
  draft(random: SeededRandom): void {
    editDesk(random.pick(this.#people), random, `d${this.#count++}`);
  }

  /** The server changes the board for an author, who may be anybody to it. */
  async changeNote(random: SeededRandom): Promise<void> {
    const status = await changeOwnNote(random.pick(this.#people), random);
    if (status !== null && status !== 204 && status !== 404) this.refusals.push(status);
  }

  /** The server writes all waiting drafts onto the board, if the meeting is where that is done. */
  async reveal(): Promise<void> {
    const stage = await this.#stage();
    await stage.command({ type: 'askReveal', segment: 'gather' });
    this.#clock.advance(limits.revealCountInMs);
  }

  /** Lets frames travel: waits until somebody who is connected knows that all is saved, or loses the connection. */
  async breathe(): Promise<void> {
    const document = this.#documents.find(({ isOpen }) => isOpen);
    await document?.until(() => document.isSaved || !document.isOpen);
  }

  cutSomebody(random: SeededRandom): void {
    random.pick(this.#documents).cut();
  }

  async bringSomebodyBack(random: SeededRandom): Promise<void> {
    const away = this.#documents.filter(({ isOpen }) => !isOpen);
    if (away.length > 0) await this.#connect(random.pick(away));
  }

  /** The facilitator goes on or back; what people edit does not care. */
  async moveOn(random: SeededRandom): Promise<void> {
    const stage = await this.#stage();
    const type = random.below(4) === 0 ? 'goBack' : 'goNext';
    await stage.command({ type });
  }

  async restart(): Promise<void> {
    this.#room.facilitator.stage.disconnect();
    await this.#server.stop();
    this.#server = await startServer({ store: this.#store, clock: this.#clock }, this.#server.port);
  }

  /** Everybody comes back until all is saved, and a newcomer joins. Returns who holds what, the same or not. */
  async settle(): Promise<Holdings> {
    await this.#comeToRest(this.#documents);
    const newcomer = await join(this.#server.origin, this.#room.links.participant, 'Newcomer');
    await newcomer.open('board');
    let holdings: Holdings = [];
    await vi
      .waitUntil(
        async () => {
          await this.#comeToRest([...this.#documents, newcomer.boardDocument]);
          holdings = await this.#holdings(newcomer);
          return holdings.every((hashes) => new Set(hashes.values()).size === 1);
        },
        { timeout: 20_000, interval: 20 },
      )
      .catch(() => {});
    newcomer.leave();
    return holdings;
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.leave();
    await this.#server.close();
  }

  /** The board as everybody and the store have it, and each desk as its owner and the store have it. */
  async #holdings(newcomer: HeadlessPerson): Promise<Holdings> {
    const stored = await this.#store.loadRoom(this.#room.id);
    const onDisk = (key: string, shape: DocumentShape): readonly [string, string] => {
      const doc = new Y.Doc();
      const document = stored?.documents.find((one) => one.key === key);
      for (const update of [document?.snapshot, ...(document?.updates ?? [])])
        if (update && update.length > 0) Y.applyUpdate(doc, update);
      return [`the store, ${key}`, contentHash(doc, shape)];
    };
    const boards = [...this.#people, newcomer].map(
      ({ seat, boardDocument }) => [seat, contentHash(boardDocument.doc, boardShape)] as const,
    );
    const desks = this.#people.map(
      ({ seat, deskDocument }) =>
        new Map([[seat, contentHash(deskDocument.doc, deskShape)], onDisk(deskKey(seat), deskShape)]),
    );
    return [new Map([...boards, onDisk('board', boardShape)]), ...desks];
  }

  get #documents(): readonly HeadlessDocument[] {
    return this.#people.flatMap(({ boardDocument, deskDocument }) => [boardDocument, deskDocument]);
  }

  async #stage(): Promise<HeadlessPerson['stage']> {
    const { stage } = this.#room.facilitator;
    if (!stage.isConnected) await stage.connect();
    return stage;
  }

  async #comeToRest(documents: readonly HeadlessDocument[]): Promise<void> {
    await Promise.all(documents.map((document) => this.#save(document)));
  }

  /** A connection may be lost on the way without anybody knowing yet; so it is tried until all is saved. */
  async #save(document: HeadlessDocument): Promise<void> {
    while (!document.isOpen || !document.isSaved) {
      if (!document.isOpen) await this.#connect(document);
      await document.until(() => document.isSaved || !document.isOpen);
      if (this.refusals.length > 0) return;
    }
  }

  async #connect(document: HeadlessDocument): Promise<void> {
    await document.connect().catch(() => {
      if (document.closeCode !== null && document.closeCode >= 4400 && document.closeCode < 4500) {
        this.refusals.push(document.closeCode);
      }
    });
  }
}

/** Of what people read, not of how Yjs happens to hold it: every root, every entry, removed ones too. */
function contentHash(doc: Y.Doc, shape: DocumentShape): string {
  const content = Object.keys(shape.roots).map((root) => [root, plain(doc.getMap(root))]);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return value.toString();
  if (!(value instanceof Y.Map)) return value;
  return [...value.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]);
}

/** Rates are off: this network is faster than people. Store and time outlive the server. */
function startServer({ store, clock }: Lasting, port: number): Promise<OwnServer> {
  const kept: Store = {
    commit: (change) => store.commit(change),
    loadRoom: (room) => store.loadRoom(room),
    untouchedRooms: (page) => store.untouchedRooms(page),
    probe: () => store.probe(),
    key: () => store.key(),
    close: () => Promise.resolve(),
  };
  return startOwnServer({
    around: { store: kept, clock },
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
