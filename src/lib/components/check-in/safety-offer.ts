/** Whether this device is still to show that low answers about safety may become a topic. */
import { shownSafety } from '#domain/stage/safety.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { Device } from '$lib/room/device.ts';

/** From these on people choose, or talk about, what there is. */
const choosing: readonly string[] = ['vote', 'discuss', 'decide', 'close'];

/** `made` where it was shown in the part of the question; who begins to facilitate later is not asked. */
type Told = 'made' | 'declined';

export class SafetyOffers {
  readonly #device: Device;
  readonly #key: string;
  /** Also where the device stores nothing. */
  #told: Told | null;

  constructor(room: RoomId, device: Device) {
    this.#device = device;
    this.#key = `hearth:${room}:safety-offer`;
    const stored = device.read(this.#key);
    this.#told = stored === 'made' || stored === 'declined' ? stored : null;
  }

  isDue(stage: StageState): boolean {
    if (this.#told === 'declined' || !isBeforeChoosing(stage)) return false;
    return this.#told === 'made' || isInItsPart(stage);
  }

  /** It is on the screen. */
  made(): void {
    this.#tell('made');
  }

  /** One no is enough for the room. */
  decline(): void {
    this.#tell('declined');
  }

  #tell(told: Told): void {
    if (this.#told === told || this.#told === 'declined') return;
    this.#told = told;
    this.#device.write(this.#key, told);
  }
}

function isInItsPart(stage: StageState): boolean {
  return shownSafety(stage)?.segment === stage.current;
}

function isBeforeChoosing({ segments, current }: StageState): boolean {
  const here = segments.findIndex(({ id }) => id === current);
  return segments.slice(0, here + 1).every(({ activity }) => !choosing.includes(activity));
}
