/** Formats of one's own to start a room with. Most visitors have none, so the landing page fetches this late. */
import { agendaWith, minutesOf } from '#domain/agenda/agenda.ts';
import { ownAgendas, type OwnAgenda } from '$lib/components/formats/own-agendas.ts';
import type { Plan } from '$lib/components/new-room/room-draft.svelte.ts';
import type { Device } from '$lib/room/device.ts';

export interface OwnPlan extends Plan, Pick<OwnAgenda, 'id' | 'name'> {}

export function ownPlans(device?: Device): readonly OwnPlan[] {
  return ownAgendas(device).map(({ id, name, agenda }) => {
    const fit: Plan['fit'] = (minutes, free) => agendaWith(agenda, minutes, free);
    return { id, name, minutes: minutesOf(agenda), fit };
  });
}
