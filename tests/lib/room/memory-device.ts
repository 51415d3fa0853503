import type { Device } from '../../../src/lib/room/device.ts';

/** A browser's storage without a browser; `full` refuses everything, as a full disk does. */
export function memoryDevice({ full = false } = {}): Device & { readonly stored: Map<string, string> } {
  const stored = new Map<string, string>();
  return {
    stored,
    read: (key) => stored.get(key) ?? null,
    write(key, value) {
      if (!full) stored.set(key, value);
      return !full;
    },
    forget: (key) => void stored.delete(key),
    keys: (prefix) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
  };
}
