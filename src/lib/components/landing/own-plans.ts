/** Formats of one's own to start a room with. Most visitors have none, so the landing page fetches this late. */
import { agendaWith, minutesOf } from '#domain/agenda/agenda.ts';
import { readAgenda } from '#domain/agenda/markdown/read-agenda.ts';
import type { Plan } from '$lib/components/new-room/room-draft.svelte.ts';
import { browserDevice, type Device } from '$lib/room/device.ts';
import { savedFormats } from '$lib/room/saved-formats.ts';
import { landing } from '$lib/text/landing.ts';

export interface OwnPlan extends Plan {
  readonly id: string;
  /** As it is told from ready formats, which may be called the same. */
  readonly name: string;
}

/** By name, without those in which no part could be read. */
export function ownPlans(device: Device = browserDevice()): readonly OwnPlan[] {
  return savedFormats(device).flatMap(({ id, name, markdown }) => {
    const { agenda } = readAgenda(markdown);
    if (agenda.segments.length === 0) return [];
    const fit: Plan['fit'] = (minutes, free) => agendaWith(agenda, minutes, free);
    return [{ id, name: landing.ownFormat(name), minutes: minutesOf(agenda), fit }];
  });
}
