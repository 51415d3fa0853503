/** What this browser remembers. Storage may be full, forbidden or emptied at any time: then it simply remembers less. */
export interface Device {
  read(key: string): string | null;
  /** False where nothing could be stored. */
  write(key: string, value: string): boolean;
  forget(key: string): void;
  /** Keys that begin with `prefix`. */
  keys(prefix: string): string[];
}

export function browserDevice(): Device {
  return deviceOver(() => localStorage);
}

/** The same of one tab alone: it outlives a reload, and goes with the tab. */
export function tabDevice(): Device {
  return deviceOver(() => sessionStorage);
}

/** `open` is called at each use, since a browser may refuse even to name its storage. */
export function deviceOver(open: () => Storage): Device {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key), null),
    write: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false),
    forget: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: (prefix) => attempt((storage) => keysOf(storage).filter((key) => key.startsWith(prefix)), []),
  };
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter((key) => key !== null);
}

/** Null where nothing is stored, or nothing that `parse` takes. */
export function readJson<T>(device: Device, key: string, parse: (value: unknown) => T | null): T | null {
  try {
    const text = device.read(key);
    return text === null ? null : parse(JSON.parse(text));
  } catch {
    return null;
  }
}
