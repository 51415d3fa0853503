/** Screens that arrive after the first paint of a room: whoever joins sees the room before all of them are here. */
import type { Component } from 'svelte';
import type { Activity, Segment } from '#domain/agenda/segment.ts';

interface Screen {
  readonly default: Component<{ segment: Segment }>;
}

const screens: Readonly<Partial<Record<Activity, () => Promise<Screen>>>> = {
  'check-in': () => import('$lib/components/check-in/CheckIn.svelte'),
  'follow-up': () => import('$lib/components/decide/FollowUp.svelte'),
  group: () => import('$lib/components/topics/Group.svelte'),
  vote: () => import('$lib/components/polls/Vote.svelte'),
  discuss: () => import('$lib/components/discuss/Discuss.svelte'),
  timeline: () => import('$lib/components/timeline/TimelineScreen.svelte'),
  read: () => import('$lib/components/reading/Read.svelte'),
  decide: () => import('$lib/components/decide/Decide.svelte'),
  close: () => import('$lib/components/decide/Close.svelte'),
};

/** What every part of a review has within reach. */
export const fetchIncident = () => import('$lib/components/incident/BesideActivity.svelte');

export const fetchLobby = () => import('$lib/components/lobby/LobbyPage.svelte');
/** A part that people could write for before the meeting, until the meeting gets there. */
export const fetchAhead = () => import('$lib/components/early/PartAhead.svelte');
/** What was to be read before, above the part it belongs to. */
export const fetchReadBefore = () => import('$lib/components/reading/ReadBefore.svelte');

/** Where people hold different lenses in a round. */
export const fetchTrading = () => import('$lib/components/gather/LensTrade.svelte');
export const fetchSwapQuestions = () => import('$lib/components/gather/SwapQuestions.svelte');
/** Where authors let go of their notes themselves. */
export const fetchOwnDesk = () => import('$lib/components/notes/OwnDesk.svelte');

export const fetchBuilder = () => import('$lib/components/agenda/builder/Builder.svelte');
/** What facilitators noted about a part. */
export const fetchNotes = () => import('$lib/components/agenda/FacilitatorNotes.svelte');

const parts = [
  fetchIncident,
  fetchAhead,
  fetchReadBefore,
  fetchTrading,
  fetchSwapQuestions,
  fetchOwnDesk,
] as const;

/** Null where the activity has no screen of its own, or one that is here from the start. */
export function screenOf(activity: Activity): (() => Promise<Screen>) | null {
  return screens[activity] ?? null;
}

/** Fetches them all while nothing else is to be done, so that they are here when the network is not. */
export function preloadScreens(): () => void {
  const fetchAll = () => {
    for (const load of [...Object.values(screens), ...parts]) load().catch(() => {});
  };
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(fetchAll, 2_000);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(fetchAll, { timeout: 5_000 });
  return () => cancelIdleCallback(wish);
}
