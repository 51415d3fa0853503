import type { RoomId } from '#protocol/ids.ts';

/** Beside the seat of this browser, which has to have one. */
export function wallAddress(room: RoomId): string {
  return `/r/${room}/wall`;
}

/** In a window of its own, to be moved to the projector. */
export function openWall(room: RoomId): void {
  window.open(wallAddress(room), '_blank', 'noopener');
}
