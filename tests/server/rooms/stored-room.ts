/** Rooms without a network: a real room over a store that a test can hold back or break. */
import pino from 'pino';
import { RoomRegistry } from '../../../server/rooms/room-registry.ts';
import type { Room } from '../../../server/rooms/room.ts';
import { addSeat } from '../../../server/rooms/seating.ts';
import type { Surroundings } from '../../../server/rooms/surroundings.ts';
import { memoryStore } from '../../../server/store/memory-store.ts';
import type { Change, Store, UntouchedPage } from '../../../server/store/store.ts';
import type { NewRoom } from '../../../src/protocol/http.ts';
import { HandClock } from '../../support/hand-clock.ts';
import { seededRandom } from '../../support/random.ts';

/** Commits wait while held; each then succeeds or fails as told. */
export class HeldStore implements Store {
  readonly committed: Change[] = [];
  readonly #store = memoryStore();
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => {};
  #failure: Error | null = null;

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  release(): void {
    this.#open();
  }

  failNext(error: Error): void {
    this.#failure = error;
  }

  async commit(change: Change): Promise<void> {
    await this.#gate;
    const failure = this.#failure;
    this.#failure = null;
    if (failure) throw failure;
    await this.#store.commit(change);
    this.committed.push(change);
  }

  loadRoom(room: string) {
    return this.#store.loadRoom(room);
  }

  untouchedRooms(page: UntouchedPage) {
    return this.#store.untouchedRooms(page);
  }

  probe() {
    return this.#store.probe();
  }

  key() {
    return this.#store.key();
  }

  close() {
    return this.#store.close();
  }
}

export interface Scene {
  readonly store: HeldStore;
  readonly clock: HandClock;
  readonly registry: RoomRegistry;
  readonly room: Room;
  /** Seats of Ana, Bo and Cy, in that order. */
  readonly seats: readonly string[];
  /** The scene is over: nothing of it holds the room in memory any more. */
  readonly release: () => void;
}

/** A room with three people in it. */
export async function openScene(asked: Partial<NewRoom> = {}): Promise<Scene> {
  const store = new HeldStore();
  const clock = new HandClock();
  const around: Surroundings = { clock, chance: seededRandom(7), store, log: pino({ level: 'silent' }) };
  const registry = new RoomRegistry(around, await store.key());
  const outcome = await registry.make({
    title: 'Checkout sprint 42',
    format: 'heart-heat',
    minutes: 60,
    people: 8,
    actions: [],
    named: false,
    buffer: 0,
    name: 'Mara',
    ...asked,
  });
  if (!outcome.ok) throw new Error(outcome.code);
  const { room } = outcome.made;
  const release = (await registry.open(room.id))?.release ?? (() => {});
  const seats: string[] = [];
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const seating = await room.do((turn) =>
      addSeat(room, turn, { role: 'participant', name }, around.chance),
    );
    seats.push(seating.answer.seat);
  }
  return { store, clock, registry, room, seats, release };
}
