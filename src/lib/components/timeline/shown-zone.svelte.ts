/** In which zone this device shows a timeline, and reads times that are typed into it. */
import { browserDevice } from '$lib/room/device.ts';
import type { Zone } from '$lib/text/moments.ts';

const key = 'hearth:timeline-zone';
let zone = $state.raw<Zone>(browserDevice().read(key) === 'utc' ? 'utc' : 'local');

export const shownZone = {
  get current() {
    return zone;
  },
  show(next: Zone) {
    zone = next;
    browserDevice().write(key, next);
  },
};
