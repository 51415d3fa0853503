/**
 * Which stored copy of a document is in use. A refused document is set aside under its generation and a new generation
 * begins; what was set aside is looked through once the server's state is here, and then dropped.
 */
import * as z from 'zod/mini';
import type { DocumentName, RoomId, SeatId } from '#protocol/ids.ts';
import { readJson, type Device } from './device.ts';

const ledgerSchema = z.object({ current: z.int(), aside: z.array(z.int()) });
type Ledger = z.infer<typeof ledgerSchema>;

export interface CopyKey {
  readonly room: RoomId;
  readonly document: DocumentName;
  /** Another seat's words are never merged into this one's. */
  readonly seat: SeatId;
}

export class CopyNames {
  readonly #device: Device;
  readonly #key: string;

  constructor(device: Device, { room, document, seat }: CopyKey) {
    this.#device = device;
    this.#key = `${copyPrefix(room)}${document}:${seat}`;
  }

  get current(): number {
    return this.#read().current;
  }

  /** Generations that were refused and not looked through yet. */
  get aside(): readonly number[] {
    return this.#read().aside;
  }

  nameOf(generation: number): string {
    return `${this.#key}:${generation}`;
  }

  /** The generation to go on with. Another tab may have set the same one aside before. */
  setAside(generation: number): number {
    const { current, aside } = this.#read();
    const next = Math.max(current, generation + 1);
    this.#write({ current: next, aside: [...new Set([...aside, generation])] });
    return next;
  }

  forget(generation: number): void {
    const { current, aside } = this.#read();
    this.#write({ current, aside: aside.filter((one) => one !== generation) });
  }

  #read(): Ledger {
    return (
      readJson(this.#device, this.#key, (value) => ledgerSchema.parse(value)) ?? { current: 1, aside: [] }
    );
  }

  #write(ledger: Ledger): void {
    this.#device.write(this.#key, JSON.stringify(ledger));
  }
}

/** Drafts that only this device holds. */
export function keptDeskName(room: RoomId, seat: SeatId): string {
  return `${copyPrefix(room)}kept:${seat}`;
}

/** Names of all stored copies of a room begin with this. */
export function copyPrefix(room: RoomId): string {
  return `hearth:${room}:copy:`;
}

/** Whether somebody has been in the room on this device, in whatever seat: then there may be copies. */
export function hasBeenHere(room: RoomId, device: Device): boolean {
  return device.keys(`hearth:${room}:`).length > 0;
}

/** Every copy of the room that this device may hold, whatever seat it belonged to. */
export function copyNamesOf(room: RoomId, device: Device): string[] {
  const prefix = copyPrefix(room);
  return device.keys(prefix).flatMap((key) => {
    const [document = '', seat = ''] = key.slice(prefix.length).split(':');
    const names = new CopyNames(device, { room, document: document as DocumentName, seat });
    return [
      ...[names.current, ...names.aside].map((generation) => names.nameOf(generation)),
      keptDeskName(room, seat),
    ];
  });
}
