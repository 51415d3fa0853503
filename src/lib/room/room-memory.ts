/** What this browser remembers of a room between visits: the seat, the stage, the way to server time. */
import * as z from 'zod/mini';
import { initialStage } from '#domain/stage/initial-stage.ts';
import type { StageState } from '#domain/stage/state.ts';
import { seatAnswerSchema, type SeatAnswer } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { protocolVersion } from '#protocol/stage-wire.ts';
import { readJson, type Device } from './device.ts';

/** How a seat, or the whole room, ends for this browser. */
export type Ending = z.infer<typeof endingSchema>;
const endingSchema = z.enum(['removed', 'moved', 'turned-away', 'deleted']);

export function isEnding(word: string): word is Ending {
  return endingSchema.safeParse(word).success;
}

const clockKey = 'hearth:clock';
/** As much of a stage as tells that this version of the app can show it. */
const shown = z.looseObject({
  rev: z.int(),
  phase: z.enum(['lobby', 'running', 'closed']),
  title: z.string(),
  segments: z.array(z.looseObject({ id: z.string() })),
  runs: z.record(z.string(), z.unknown()),
  gathers: z.record(z.string(), z.unknown()),
  seats: z.record(z.string(), z.looseObject({ name: z.string(), role: z.string() })),
  clock: z.looseObject({ kind: z.string() }),
});
const stageSchema = z.object({ protocol: z.literal(protocolVersion), state: shown });

export class RoomMemory {
  readonly #device: Device;
  readonly #room: RoomId;

  constructor(room: RoomId, device: Device) {
    this.#device = device;
    this.#room = room;
  }

  readSeat(): SeatAnswer | null {
    return readJson(this.#device, this.#key('seat'), (value) => seatAnswerSchema.parse(value));
  }

  keepSeat(seat: SeatAnswer): void {
    this.#device.write(this.#key('seat'), JSON.stringify(seat));
  }

  forgetSeat(): void {
    this.#device.forget(this.#key('seat'));
  }

  readEnding(): Ending | null {
    return readJson(this.#device, this.#key('ending'), (value) => endingSchema.parse(value));
  }

  keepEnding(ending: Ending): void {
    this.#device.write(this.#key('ending'), JSON.stringify(ending));
  }

  forgetEnding(): void {
    this.#device.forget(this.#key('ending'));
  }

  /** Null where it was stored by a version that meant something else by it. What that had not yet is as in a new room. */
  readStage(): StageState | null {
    return readJson(this.#device, this.#key('stage'), (value) => {
      return { ...initialStage(), ...(stageSchema.parse(value).state as unknown as StageState) };
    });
  }

  keepStage(state: StageState): void {
    this.#device.write(this.#key('stage'), JSON.stringify({ protocol: protocolVersion, state }));
  }

  /** How far the server's time was from this device's date when both were last seen, ms. */
  readClockError(): number {
    return readJson(this.#device, clockKey, (value) => z.number().parse(value)) ?? 0;
  }

  keepClockError(ms: number): void {
    this.#device.write(clockKey, JSON.stringify(Math.round(ms)));
  }

  #key(what: 'seat' | 'stage' | 'ending'): string {
    return `hearth:${this.#room}:${what}`;
  }
}
