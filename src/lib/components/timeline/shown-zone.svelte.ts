/** In which zone this device shows a timeline, and reads times that are typed into it. */
import { browserDevice } from '$lib/room/device.ts';
import { ownZone, zoneName } from '$lib/text/dates.ts';
import { incident } from '$lib/text/incident.ts';
import type { Zone } from '$lib/text/moments.ts';

const key = 'hearth:timeline-zone';
let zone = $state.raw<Zone>(browserDevice().read(key) === 'utc' ? 'utc' : 'local');

export const shownZone = {
  get current() {
    return zone;
  },
  /** The same in winter and summer, whatever a day on the timeline was. */
  get name() {
    return zone === 'utc' ? incident.utc : zoneName(ownZone());
  },
  show(next: Zone) {
    zone = next;
    browserDevice().write(key, next);
  },
};
