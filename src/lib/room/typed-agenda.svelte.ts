/** An agenda in Markdown that somebody has typed and not used yet. It lasts as long as the tab, also over a reload. */
import type { RoomId } from '#protocol/ids.ts';
import { tabDevice, type Device } from './device.ts';

export function typedAgendaKey(room: RoomId): string {
  return `hearth:${room}:typed-agenda`;
}

/** What it was typed over is stored beside it. */
const overSuffix = ':over';

export class TypedAgenda {
  readonly #key: string;
  readonly #tab: Device;
  #text = $state.raw<string | null>(null);
  #over: string | null;
  #isKept = $state.raw(true);
  #discarded: { readonly text: string; readonly over: string | null } | null = null;

  constructor(key: string, tab: Device = tabDevice()) {
    this.#key = key;
    this.#tab = tab;
    this.#text = tab.read(key);
    this.#over = tab.read(key + overSuffix);
  }

  /** Null where there is none. */
  get text(): string | null {
    return this.#text;
  }

  /** The tab could store it; otherwise it goes with the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** What was there when typing began, as it was told then; null where that was not told. */
  get over(): string | null {
    return this.#over;
  }

  /** `given` stands there without it, and is nobody's own words. `over` is what was there, told by the first letter. */
  type(text: string, given: string, over: string | null = null): void {
    this.#discarded = null;
    if (text === given) return this.forget();
    if (this.#text === null) this.#over = over;
    this.#text = text;
    this.#store();
  }

  /** Goes on over what is there now. */
  goOnOver(over: string): void {
    if (this.#text === null) return;
    this.#over = over;
    this.#store();
  }

  /** Forgotten by mistake, perhaps: `bringBack` has it until something else is typed. */
  discard(): void {
    const [text, over] = [this.#text, this.#over];
    this.forget();
    this.#discarded = text === null ? null : { text, over };
  }

  /** What was discarded stands there again, over what it was typed over. False where it is not to be had any more. */
  bringBack(): boolean {
    if (this.#discarded === null) return false;
    this.#text = this.#discarded.text;
    this.#over = this.#discarded.over;
    this.#discarded = null;
    this.#store();
    return true;
  }

  forget(): void {
    this.#discarded = null;
    this.#text = null;
    this.#over = null;
    this.#clear();
  }

  /** What is there from before would come back instead of what could not be stored, so neither is left. */
  #store(): void {
    const stored = [this.#write(this.#key, this.#text), this.#write(this.#key + overSuffix, this.#over)];
    this.#isKept = stored.every(Boolean);
    if (!this.#isKept) this.#clear();
  }

  #write(key: string, text: string | null): boolean {
    return text === null || this.#tab.write(key, text);
  }

  #clear(): void {
    this.#tab.forget(this.#key);
    this.#tab.forget(this.#key + overSuffix);
  }
}
