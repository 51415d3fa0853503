import { createContext } from 'svelte';
import type { StageState } from '#domain/stage/state.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { TypedAgenda } from '$lib/room/typed-agenda.svelte.ts';

const [getView, setView] = createContext<RoomView>();
export const [getTypedAgenda, setTypedAgenda] = createContext<TypedAgenda>();

/** Everything below `RoomGate` may ask for the room; it is open there and its stage is known. */
export { getView as getRoom, setView as setRoom };

/** The stage of an open room, read anew at each use so that templates follow it. */
export function stageOf(room: RoomView): StageState {
  if (!room.stage) throw new Error('Read before the room was open');
  return room.stage;
}
