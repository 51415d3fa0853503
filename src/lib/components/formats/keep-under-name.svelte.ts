/** Keeping a format under a name. One that is there already under that name is replaced only where that is said. */
import { browserDevice, type Device } from '$lib/room/device.ts';
import { savedAs } from '$lib/room/saved-formats.ts';

/** `asked`: the name is taken, and nothing is kept yet. */
export type Keeping = 'kept' | 'refused' | 'asked';

export class KeepUnderName {
  readonly #write: (name: string, id: string | null) => boolean;
  readonly #device: Device;
  #asked = $state.raw<{ readonly name: string; readonly id: string } | null>(null);

  /** `write` replaces the format with that id, or keeps another one; false where the browser keeps nothing. */
  constructor(write: (name: string, id: string | null) => boolean, device: Device = browserDevice()) {
    this.#write = write;
    this.#device = device;
  }

  get isAsking(): boolean {
    return this.#asked !== null;
  }

  keep(name: string): Keeping {
    const present = savedAs(name, this.#device);
    this.#asked = present && { name, id: present.id };
    return present ? 'asked' : this.#done(name, null);
  }

  replace(): Keeping {
    const asked = this.#asked;
    this.#asked = null;
    return asked ? this.#done(asked.name, asked.id) : 'refused';
  }

  /** Another name is typed. */
  drop(): void {
    this.#asked = null;
  }

  #done(name: string, id: string | null): Keeping {
    return this.#write(name, id) ? 'kept' : 'refused';
  }
}
