/** A room of a real server in which elections are held one after the other, and a model that counts by itself. */
import pino from 'pino';
import { RoomRegistry } from '../../server/rooms/room-registry.ts';
import type { Room } from '../../server/rooms/room.ts';
import { addSeat } from '../../server/rooms/seating.ts';
import type { Surroundings } from '../../server/rooms/surroundings.ts';
import type { Turn } from '../../server/rooms/turn.ts';
import { obey } from '../../server/stage/command.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Poll } from '../../src/domain/stage/state.ts';
import { commandSchema, type CommandAck } from '../../src/protocol/commands.ts';
import type { Role } from '../../src/protocol/ids.ts';
import { HandClock } from '../support/hand-clock.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';

export const topics = ['queue', 'pager', 'docs', 'login', 'costs', 'alerts', 'tests'];

export class PollingPlace {
  readonly random: SeededRandom;
  readonly #around: Surroundings;
  readonly #registry: RoomRegistry;
  #room: Room;
  readonly facilitator: string;
  readonly voters: string[] = [];
  #observer = '';
  #frames = 0;

  private constructor(
    around: Surroundings,
    registry: RoomRegistry,
    room: Room,
    facilitator: string,
    seed: number,
  ) {
    this.#around = around;
    this.#registry = registry;
    this.#room = room;
    this.facilitator = facilitator;
    this.random = seededRandom(seed);
  }

  static async open(seed: number): Promise<PollingPlace> {
    const store = memoryStore();
    const around = {
      clock: new HandClock(),
      chance: seededRandom(seed),
      store,
      log: pino({ level: 'silent' }),
    };
    const registry = new RoomRegistry(around, await store.key());
    const plan = {
      format: 'heart-heat' as const,
      minutes: 60,
      people: 8,
      actions: [],
      named: false,
      buffer: 0,
      name: 'Mara',
    };
    const made = await registry.make({ title: 'Sprint 42', ...plan });
    if (!made.ok) throw new Error(made.code);
    const place = new PollingPlace(around, registry, made.made.room, made.made.seating.answer.seat, seed);
    await place.#prepare();
    return place;
  }

  get polls(): readonly Poll[] {
    return this.#room.stage.polls;
  }

  get observer(): string {
    return this.#observer;
  }

  /** Everybody who ever had a seat in which one may vote. */
  get roster(): number {
    return 1 + this.voters.length;
  }

  join(): Promise<string> {
    return this.#room.do((turn) => this.#seat(turn, 'participant'));
  }

  /** Several people at the same moment: one turn. */
  async together<T>(deeds: (turn: Turn) => T): Promise<T> {
    return this.#room.do(deeds);
  }

  frame(command: unknown): unknown {
    this.#frames += 1;
    return { cmdId: `c${this.#frames}`, command };
  }

  /** As it comes out of a socket: through JSON, and judged before anything else looks at it. */
  receive(turn: Turn, seat: string, frame: unknown): CommandAck {
    const parsed = commandSchema.safeParse(JSON.parse(JSON.stringify(frame)));
    if (!parsed.success) return { ok: false, code: 'bad-input' };
    const room = this.#room;
    const role = () => room.seats.get(seat)?.role ?? null;
    const visit = { room, seat, watching: false, role, onEnd: () => () => {}, leave() {} };
    return obey(visit, turn, parsed.data, this.#around.chance);
  }

  /** Everything in memory is forgotten and read again from what was stored. */
  async restart(): Promise<void> {
    await this.#room.settled();
    this.#room.end('restarting');
    const opened = await this.#registry.open(this.#room.id);
    if (!opened) throw new Error('the room is gone');
    this.#room = opened.room;
  }

  async storedBallots(): Promise<number> {
    const stored = await this.#around.store.loadRoom(this.#room.id);
    return stored?.ballots.length ?? 0;
  }

  async #prepare(): Promise<void> {
    await this.#room.do((turn) => {
      for (let count = 0; count < 4; count += 1) this.#seat(turn, 'participant');
      this.#observer = addSeat(
        this.#room,
        turn,
        { role: 'observer', name: '' },
        this.#around.chance,
      ).answer.seat;
      for (const topic of topics) this.#room.parts().topics.addTopic(topic, [], `About ${topic}`);
      this.receive(turn, this.facilitator, this.frame({ type: 'startMeeting' }));
      while (turn.stage.current !== 'vote')
        this.receive(turn, this.facilitator, this.frame({ type: 'skipSegment' }));
    });
  }

  #seat(turn: Turn, role: Role): string {
    const name = `Voter ${this.voters.length}`;
    const { seat } = addSeat(this.#room, turn, { role, name }, this.#around.chance).answer;
    this.voters.push(seat);
    return seat;
  }
}

type Votes = ReadonlyMap<string, number>;

/** How an election must end, written down without looking at how it is done. */
export class Election {
  readonly #extra = new Map<string, number>();
  readonly #ballots = new Map<string, Votes>();
  budget: number;
  cap: number;

  constructor(budget: number, cap: number) {
    this.budget = budget;
    this.cap = cap;
  }

  held(seat: string): number {
    return 1 + (this.#extra.get(seat) ?? 0);
  }

  grant(seat: string, extra: number): void {
    this.#extra.set(seat, extra);
  }

  cast(seat: string, votes: Votes | null): void {
    if (votes) this.#ballots.set(seat, votes);
    else this.#ballots.delete(seat);
  }

  fits(seat: string, votes: Votes): boolean {
    const held = this.held(seat);
    let sum = 0;
    for (const count of votes.values()) {
      if (count > this.cap * held) return false;
      sum += count;
    }
    return sum <= this.budget * held;
  }

  get most(): number {
    return [...this.#extra.values()].reduce((sum, extra) => sum + extra, 0);
  }

  result(): { readonly answered: number; readonly ballots: number; readonly counts: Record<string, number> } {
    const counts = new Map(topics.map((topic) => [topic, 0]));
    let answered = 0;
    let ballots = 0;
    for (const [seat, votes] of this.#ballots) {
      if (!this.fits(seat, votes)) continue;
      answered += 1;
      ballots += this.held(seat);
      for (const [topic, count] of votes) counts.set(topic, (counts.get(topic) ?? 0) + count);
    }
    return { answered, ballots, counts: Object.fromEntries(counts) };
  }
}
