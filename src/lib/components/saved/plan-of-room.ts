import { scaleAgenda } from '#domain/agenda/scale.ts';
import type { Segment } from '#domain/agenda/segment.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { NewRoom } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';
import { agendaOf } from '$lib/components/agenda/builder/room-agenda.ts';

/** The plan of a room for the next one: its format where nobody has changed it, otherwise its agenda as it is now. */
export function planOfRoom(stage: StageState): Partial<NewRoom> {
  const { format, named, people } = stage;
  const minutes = Math.min(limits.minutesMax, Math.max(limits.minutesMin, Math.round(stage.minutes)));
  const common = { minutes, named, people };
  if (format !== 'own') {
    const scaled = scaleAgenda(format, minutes);
    if (scaled.ok && stage.bufferMs === 0 && isSame(scaled.segments, stage.segments))
      return { ...common, format };
  }
  const { segments, buffer, lenses } = agendaOf(stage);
  return { ...common, agenda: { segments, buffer, lenses } };
}

function isSame(planned: readonly Segment[], present: readonly Segment[]): boolean {
  return JSON.stringify(planned) === JSON.stringify(present);
}
