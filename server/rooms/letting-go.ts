/**
 * Notes that people let go of one by one, where that is the policy of a segment. They lie on their desks until enough
 * seats have let go of one, and are then published together: so neither the moment nor the order says whose is whose.
 * All that decides is on the desks and the stage, so a restart forgets nothing.
 */
import type { Segment } from '../../src/domain/agenda/segment.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { segmentOf } from '../../src/domain/stage/gathering.ts';
import { areEnough, isCollecting } from '../../src/domain/stage/letting-go.ts';
import type { SegmentId } from '../../src/protocol/ids.ts';
import { mayPublish, meanwhile, publishMixed, tendDesk, waitingDrafts, type Waiting } from './publication.ts';
import type { Room } from './room.ts';
import type { Chance } from './surroundings.ts';
import type { Turn } from './turn.ts';

/** After a desk changed: wherever enough people have let go of a note by now. */
export function publishLetGo(room: Room, turn: Turn, chance: Chance): void {
  for (const segment of turn.stage.segments) {
    if (isCollecting(turn.stage, segment)) publishIfEnough(room, turn, segment, chance);
  }
}

/** A segment has begun, the board is open again, or people go on and what they let go of goes to the board in any case. */
export function followAgenda(room: Room, turn: Turn, events: readonly StageEvent[], chance: Chance): void {
  for (const event of events) {
    if (event.type === 'segmentLeft' && turn.stage.current !== event.segment)
      publishRest(room, turn, event.segment, chance);
    if (event.type === 'roomClosed')
      for (const { id } of turn.stage.segments) publishRest(room, turn, id, chance);
  }
  if (events.some(mayCompleteSome)) publishLetGo(room, turn, chance);
}

function mayCompleteSome({ type }: StageEvent): boolean {
  return type === 'segmentEntered' || type === 'boardLocked';
}

function publishIfEnough(room: Room, turn: Turn, segment: Segment, chance: Chance): void {
  const { stage } = turn;
  const waiting = letGoOf(room, segment).filter(({ seat }) => mayPublish(stage, seat));
  const seats = new Set(waiting.map(({ seat }) => seat));
  if (!areEnough(stage, seats.size)) return;
  publishMixed(room, turn, waiting, meanwhile(turn), chance);
  for (const seat of seats) tendDesk(room, turn, seat, chance);
}

/** From however few: their authors were told so when they let go, and could take them back until now. */
function publishRest(room: Room, turn: Turn, id: SegmentId, chance: Chance): void {
  const segment = segmentOf(turn.stage, id);
  const hasBegun = (turn.stage.runs[id]?.visits.length ?? 0) > 0;
  if (segment?.policy !== 'own' || !hasBegun) return;
  publishMixed(room, turn, letGoOf(room, segment), meanwhile(turn), chance);
}

function letGoOf(room: Room, { id }: Segment): Waiting[] {
  return waitingDrafts(room, id).filter(({ draft }) => draft.released);
}
