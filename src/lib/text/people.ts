/** Words about people that a room shows from its first paint; what is asked for later is in `seats.ts`. */
import type { Role } from '#protocol/ids.ts';

export const somebody = (name: string) => name || 'Somebody';

export const people = {
  waits: (name: string, role: Role) =>
    name || (role === 'observer' ? 'Somebody who wants to watch' : 'Somebody'),
  knocks: (name: string) => `${somebody(name)} waits to come in.`,
  waitingCount: (count: number) => (count === 1 ? '1 waits to come in' : `${count} wait to come in`),
  move: 'Take my seat to another device',
  hideNote: 'Hide this note',
  hiddenForYou: 'You wrote a note that a facilitator has hidden. Only you see this.',
  hiddenCount: (count: number) =>
    `You wrote ${count} notes that a facilitator has hidden. Only you see this.`,
} as const;
