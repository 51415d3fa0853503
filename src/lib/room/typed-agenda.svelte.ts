/** An agenda in Markdown that somebody has typed and not used yet. It lasts as long as the tab, also over a reload. */
import type { RoomId } from '#protocol/ids.ts';
import { tabDevice, type Device } from './device.ts';

export function typedAgendaKey(room: RoomId): string {
  return `hearth:${room}:typed-agenda`;
}

export class TypedAgenda {
  readonly #key: string;
  readonly #tab: Device;
  #text = $state.raw<string | null>(null);
  #isKept = $state.raw(true);

  constructor(key: string, tab: Device = tabDevice()) {
    this.#key = key;
    this.#tab = tab;
    this.#text = tab.read(key);
  }

  /** Null where there is none. */
  get text(): string | null {
    return this.#text;
  }

  /** The tab could store it; otherwise it goes with the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** `given` stands there without it, and is nobody's own words. */
  type(text: string, given: string): void {
    if (text === given) return this.forget();
    this.#text = text;
    this.#isKept = this.#tab.write(this.#key, text);
    // What is there from before would come back instead.
    if (!this.#isKept) this.#tab.forget(this.#key);
  }

  forget(): void {
    this.#text = null;
    this.#tab.forget(this.#key);
  }
}
