/** What somebody has typed over formats of their own, or as a new one, and has not kept. */
import { tabDevice, type Device } from '$lib/room/device.ts';
import { TypedAgenda } from '$lib/room/typed-agenda.svelte.ts';

const prefix = 'hearth:typed-format:';

export class TypedFormats {
  readonly #tab: Device;
  readonly #here = new Map<string, TypedAgenda>();

  constructor(tab: Device = tabDevice()) {
    this.#tab = tab;
  }

  /** `new`: over none. */
  of(id: string): TypedAgenda {
    const typed = this.#here.get(id) ?? new TypedAgenda(prefix + id, this.#tab);
    this.#here.set(id, typed);
    return typed;
  }

  /** Also those that nobody has looked at since the page was loaded; not of formats that are no more. */
  anyOf(ids: readonly string[]): boolean {
    return ['new', ...ids].some((id) => this.of(id).text !== null);
  }
}
