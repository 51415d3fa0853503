/** Agendas of one's own, as they can be chosen beside the ready formats. */
import type { Agenda } from '#domain/agenda/agenda.ts';
import { readAgenda } from '#domain/agenda/markdown/read-agenda.ts';
import { browserDevice, type Device } from '$lib/room/device.ts';
import { savedFormats } from '$lib/room/saved-formats.ts';
import { formats as words } from '$lib/text/formats.ts';

export interface OwnAgenda {
  readonly id: string;
  /** As it is told from ready formats, which may be called the same. */
  readonly name: string;
  readonly agenda: Agenda;
}

/** By name, without those in which no part could be read. */
export function ownAgendas(device: Device = browserDevice()): readonly OwnAgenda[] {
  return savedFormats(device)
    .map(({ id, name, markdown }) => ({ id, name: words.ownName(name), agenda: readAgenda(markdown).agenda }))
    .filter(({ agenda }) => agenda.segments.length > 0);
}
