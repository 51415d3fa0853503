/** Agendas of one's own that this browser keeps as Markdown, each under a name. They never leave it by themselves. */
import * as z from 'zod/mini';
import { likeness } from '#domain/stage/roster.ts';
import { idSchema } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { lineSchema } from '#protocol/lines.ts';
import { browserDevice, readJson, type Device } from './device.ts';

const prefix = 'hearth:format:';

const savedSchema = z.object({ name: lineSchema(limits.titleChars), markdown: z.string(), at: z.number() });

export interface SavedFormat {
  readonly id: string;
  readonly name: string;
  /** As `writeAgenda` writes it. */
  readonly markdown: string;
  /** When it was saved last, ms since the epoch by this device's clock. */
  readonly at: number;
}

/** By name. What cannot be read is left alone and not listed. */
export function savedFormats(device: Device = browserDevice()): readonly SavedFormat[] {
  return device
    .keys(prefix)
    .map((key) => savedFormat(key.slice(prefix.length), device))
    .filter((saved) => saved !== null)
    .sort((one, other) => one.name.localeCompare(other.name) || one.at - other.at);
}

/** Null where there is none. */
export function savedFormat(id: string, device: Device = browserDevice()): SavedFormat | null {
  if (!idSchema.safeParse(id).success) return null;
  const found = readJson(device, prefix + id, (value) => savedSchema.parse(value));
  return found && { id, ...found };
}

/** The one that people would take for this name, whatever its capitals; null where the name is free. */
export function savedAs(name: string, device: Device = browserDevice()): SavedFormat | null {
  return savedFormats(device).find((saved) => likeness(saved.name) === likeness(name)) ?? null;
}

/** Replaces the one with its id. False where the browser could not keep it, or the name is none. */
export function saveFormat({ id, ...saved }: SavedFormat, device: Device = browserDevice()): boolean {
  const read = savedSchema.safeParse(saved);
  return read.success && device.write(prefix + id, JSON.stringify(read.data));
}

/** False where there is none any more, or the new name could not be kept. */
export function renameFormat(id: string, name: string, device: Device = browserDevice()): boolean {
  const present = savedFormat(id, device);
  return present !== null && saveFormat({ ...present, name }, device);
}

export function deleteFormat(id: string, device: Device = browserDevice()): void {
  device.forget(prefix + id);
}
