/** How somebody gets into the room from the wall. What this browser may not know, it does not promise. */
import { absolute, isOnlyHere, originFor } from '$lib/components/people/link-address.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { wall as words } from '$lib/text/wall.ts';

export interface WayIn {
  readonly address: string;
  /** As it is typed. */
  readonly spelled: string;
  readonly what: string;
  /** The same, before the address. */
  readonly at: string;
  readonly mayWrite: boolean;
  readonly isOnlyHere: boolean;
}

/** Null where nobody new gets in, and until the links are known. */
export function wayIn({ links, stage }: Pick<RoomView, 'links' | 'stage'>): WayIn | null {
  if (!links.outcome?.ok || stage?.door === 'locked' || stage?.phase === 'closed') return null;
  const { answer } = links.outcome;
  const origin = originFor(answer);
  const address = absolute(answer.participant ?? answer.observer, origin);
  const mayWrite = answer.participant !== undefined;
  return {
    address,
    spelled: address.replace(/^https?:\/\//, ''),
    what: mayWrite ? words.join : words.watch,
    at: mayWrite ? words.joinAt : words.watchAt,
    mayWrite,
    isOnlyHere: isOnlyHere(origin),
  };
}
