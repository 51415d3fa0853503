/** What this browser remembers of a room between visits: the seat, the stage, the way to server time. */
import * as z from 'zod/mini';
import type { StageState } from '#domain/stage/state.ts';
import { seatAnswerSchema, type SeatAnswer } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { protocolVersion } from '#protocol/stage-wire.ts';
import { readJson, type Device } from './device.ts';

const clockKey = 'hearth:clock';
const stageSchema = z.object({
  protocol: z.literal(protocolVersion),
  state: z.custom<StageState>((state: unknown) => typeof state === 'object' && state !== null),
});

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

  /** Null where it was stored by a version that meant something else by it. */
  readStage(): StageState | null {
    return readJson(this.#device, this.#key('stage'), (value) => stageSchema.parse(value).state);
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

  #key(what: 'seat' | 'stage'): string {
    return `hearth:${this.#room}:${what}`;
  }
}
