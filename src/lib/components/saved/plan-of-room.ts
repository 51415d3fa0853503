import { scaleAgenda } from '#domain/agenda/scale.ts';
import type { Segment } from '#domain/agenda/segment.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { NewRoom } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';
import { agendaForNext } from '$lib/components/agenda/builder/room-agenda.ts';

/**
 * The plan of a room for the next one, as it was announced: its format where nobody had changed it or noted anything
 * about it, otherwise its agenda. Whoever was expected is expected again.
 */
export function planOfRoom(stage: StageState): Partial<NewRoom> {
  const { named, people, expected } = stage;
  const { format, minutes: announced, bufferMs, segments: planned } = stage.announced ?? stage;
  const minutes = Math.min(limits.minutesMax, Math.max(limits.minutesMin, Math.round(announced)));
  const common = { minutes, named, people, expected: [...expected] };
  const isNoted = planned.some(({ id }) => (stage.facilitatorNotes[id] ?? '') !== '');
  if (format !== 'own' && !isNoted) {
    const scaled = scaleAgenda(format, minutes);
    if (scaled.ok && bufferMs === 0 && isSame(scaled.segments, planned)) return { ...common, format };
  }
  const { segments, buffer, lenses } = agendaForNext(stage);
  return { ...common, agenda: { segments, buffer, lenses } };
}

/** Pre-reads aside. */
function isSame(format: readonly Segment[], planned: readonly Segment[]): boolean {
  const parts = planned.map((segment) => ({ ...segment, preReads: [] }));
  return JSON.stringify(format) === JSON.stringify(parts);
}
