/**
 * Words in a field that were not added yet. Each page keeps its own on the device at every key press, so that two tabs
 * never overwrite each other; what a page that is gone left behind is taken over by the next one.
 */
import * as z from 'zod/mini';
import type { RoomId } from '#protocol/ids.ts';
import type { Draft } from '#domain/desk/desk.ts';
import { readJson, type Device } from './device.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeptWords } from './words-only-here.ts';

/** `lens` is the one held when the first letter was typed. */
export interface HalfTypedWords extends Pick<Draft, 'segment' | 'lens' | 'prompt' | 'text'> {
  /** YYYY-MM-DD, of lines for a timeline whose day somebody has chosen. */
  readonly day?: string | undefined;
}

/** Whether all of them are held elsewhere now. */
export type Keep = (words: readonly KeptWords[]) => boolean | Promise<boolean>;

interface Found {
  readonly words: HalfTypedWords;
  readonly forget: () => void;
}

const wordsSchema = z.object({
  ...{ segment: z.string(), lens: z.string(), prompt: z.string(), text: z.string() },
  day: z.optional(z.string()),
});

export class HalfTyped {
  readonly #device: Device;
  readonly #prefix: string;
  readonly #page: string;
  readonly #locks: LockManager | null;
  /** By segment; also where the device stores nothing. */
  readonly #here = new Map<string, HalfTypedWords>();
  #leave: () => void = () => undefined;

  /** `page` names this page life. Without `locks` a page that is open counts as gone, and words may show twice. */
  constructor(room: RoomId, device: Device, page: string, locks: LockManager | null) {
    this.#device = device;
    this.#prefix = prefixOf(room);
    this.#page = page;
    this.#locks = locks;
    void locks
      ?.request(this.#lockOf(page), () => new Promise<void>((resolve) => (this.#leave = resolve)))
      .catch(() => undefined);
  }

  read(segment: string): HalfTypedWords | null {
    return this.#here.get(segment) ?? null;
  }

  /** Empty words are forgotten. */
  write(words: HalfTypedWords): void {
    if (words.text === '') return this.#forget(words.segment);
    this.#here.set(words.segment, words);
    this.#device.write(this.#keyOf(words.segment), JSON.stringify(words));
  }

  /** Takes over what a page that is gone left in this segment; null where there is none, or words of our own. */
  async adopt(segment: string): Promise<HalfTypedWords | null> {
    const [key] = (await this.#orphans()).filter((orphan) => orphan.startsWith(`${this.#prefix}${segment}:`));
    if (key === undefined || this.#here.has(segment)) return null;
    const words = this.#parse(key);
    if (words) this.write(words);
    this.#device.forget(key);
    return words;
  }

  /** Takes over what pages that are gone left where there is no field any more; with what this page has there. */
  async findStray(hasField: (segment: string) => boolean): Promise<readonly HalfTypedWords[]> {
    for (const key of await this.#orphans()) {
      const words = this.#parse(key);
      if (words && !hasField(words.segment)) await this.adopt(words.segment);
    }
    return [...this.#here.values()].filter(({ segment, text }) => !hasField(segment) && text.trim() !== '');
  }

  /**
   * Offers everything this page has, and pages that are gone have left, to be kept as drafts; of one segment or of all.
   * It stays here unless `keep` says that all of it is held there: a seat may end in between.
   */
  async handOver(keep: Keep, segment?: string): Promise<void> {
    const left = await this.#orphans();
    const found = [...this.#own(), ...left.flatMap((key) => this.#left(key))].filter(
      ({ words }) => segment === undefined || words.segment === segment,
    );
    const written = found.map(({ words }) => words).filter(({ text }) => text.trim() !== '');
    if (written.length > 0 && !(await keep(written.map(asDraft)))) return;
    for (const { forget } of found) forget();
  }

  close(): void {
    this.#leave();
  }

  #own(): Found[] {
    return [...this.#here.values()].map((words) => ({
      words,
      // What was typed on meanwhile is not held anywhere else.
      forget: () => {
        if (this.#here.get(words.segment) === words) this.#forget(words.segment);
      },
    }));
  }

  #left(key: string): Found[] {
    const words = this.#parse(key);
    return words ? [{ words, forget: () => this.#device.forget(key) }] : [];
  }

  async #orphans(): Promise<string[]> {
    const open = new Set((await this.#locks?.query())?.held?.map(({ name }) => name));
    return this.#device.keys(this.#prefix).filter((key) => {
      const page = key.slice(key.lastIndexOf(':') + 1);
      return page !== this.#page && !open.has(this.#lockOf(page));
    });
  }

  #parse(key: string): HalfTypedWords | null {
    return parseWords(this.#device, key);
  }

  #forget(segment: string): void {
    this.#here.delete(segment);
    this.#device.forget(this.#keyOf(segment));
  }

  #keyOf(segment: string): string {
    return `${this.#prefix}${segment}:${this.#page}`;
  }

  #lockOf(page: string): string {
    return `${this.#prefix}open:${page}`;
  }
}

/** What all pages have left, open or gone. They stay where they are. */
export function readHalfTyped(room: RoomId, device: Device): HalfTypedWords[] {
  const found = device.keys(prefixOf(room)).flatMap((key) => parseWords(device, key) ?? []);
  return found.filter(({ text }) => text.trim() !== '');
}

function prefixOf(room: RoomId): string {
  return `hearth:${room}:half-typed:`;
}

function parseWords(device: Device, key: string): HalfTypedWords | null {
  return readJson(device, key, (value) => wordsSchema.parse(value));
}

/** The same words make the same draft, in whichever tab they were left. */
function asDraft({ segment, lens, prompt, text }: HalfTypedWords): KeptWords {
  return { segment, lens, prompt, text, id: `half${fingerprint(`${segment}\n${text}`).slice(0, 20)}` };
}
