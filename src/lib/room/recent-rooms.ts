/** Rooms that were open on this device, for the landing page. Nothing of it leaves the device. */
import * as z from 'zod/mini';
import { idSchema, roles, type Role, type RoomId } from '#protocol/ids.ts';
import { browserDevice, readJson, type Device } from './device.ts';

const key = 'hearth:recent';
const most = 12;

const recentSchema = z.array(
  z.object({
    ...{ room: idSchema, title: z.string(), role: z.enum(roles), at: z.number() },
    closed: z.optional(z.boolean()),
  }),
);

export interface RecentRoom {
  readonly room: RoomId;
  readonly title: string;
  readonly role: Role;
  /** When it was last open here, ms since the epoch by this device's clock. */
  readonly at: number;
  /** Whether it was closed by then; older lists do not say. */
  readonly closed?: boolean | undefined;
}

/** The last opened first. */
export function readRecent(device: Device = browserDevice()): readonly RecentRoom[] {
  return readJson(device, key, (value) => recentSchema.parse(value)) ?? [];
}

export function remember(room: RecentRoom, device: Device = browserDevice()): void {
  const others = readRecent(device).filter((known) => known.room !== room.room);
  device.write(key, JSON.stringify([room, ...others].slice(0, most)));
}

/** Takes the room off the list; `forgetRoom` clears everything else this device holds of it. */
export function forget(room: RoomId, device: Device = browserDevice()): void {
  device.write(key, JSON.stringify(readRecent(device).filter((known) => known.room !== room)));
}
