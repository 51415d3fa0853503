/** An agenda that no meeting can take as it is. */
import { minutesOf, type Agenda } from '#domain/agenda/agenda.ts';
import { limits } from '#protocol/limits.ts';
import { formats as words } from '$lib/text/formats.ts';

/** What becomes of its minutes, for whoever wrote them; null where they are those of a meeting. */
export function stretchedTo(planned: Agenda, minutes: number): string | null {
  const written = minutesOf(planned);
  if (written < limits.minutesMin) return words.stretched(written, minutes);
  return written > limits.minutesMax ? words.shortened(written, minutes) : null;
}
