/** One person's browser as far as a room needs it: storage, a network of its own, and pages that can be closed. */
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import type { Surroundings } from '../../../src/lib/room/surroundings.ts';
import { HomeNetwork } from './home-network.ts';
import { memoryDevice } from './memory-device.ts';

const realFetch = globalThis.fetch;

/** Modules ask the page they run in: one person at a time speaks through these globals. */
export function standInForPage(): void {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible', activeElement: null });
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', page);
  // Nothing on this page has the focus, so nothing is one of these.
  for (const control of ['HTMLTextAreaElement', 'HTMLInputElement']) vi.stubGlobal(control, EventTarget);
}

export class Browser {
  readonly network: HomeNetwork;
  readonly device = memoryDevice();
  readonly #pages: RoomView[] = [];

  static async at(server: { readonly origin: string }): Promise<Browser> {
    return new Browser(await HomeNetwork.to(server.origin));
  }

  private constructor(network: HomeNetwork) {
    this.network = network;
  }

  /** Requests of the code under test go through this person's network until somebody else speaks. */
  speak(): this {
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(this.network.origin + path, init));
    return this;
  }

  around(): Surroundings {
    return {
      device: this.device,
      chance: (bytes) => crypto.getRandomValues(bytes),
      random: () => 0,
      monotonic: () => performance.now(),
      date: () => Date.now(),
      origin: this.network.origin,
    };
  }

  open(room: string, options: { as?: 'observer' } = {}): RoomView {
    const page = new RoomView(room, options, this.speak().around());
    this.#pages.push(page);
    return page;
  }

  async close(): Promise<void> {
    for (const page of this.#pages) page.close();
    await this.network.close();
  }
}
