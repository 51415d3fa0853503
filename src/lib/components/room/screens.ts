/** Screens that arrive after the first paint of a room: whoever joins sees the room before all of them are here. */
import type { Component } from 'svelte';
import type { Activity, Segment } from '#domain/agenda/segment.ts';
import { fetchOwnDesk, fetchSwapQuestions, fetchTrading } from '$lib/components/gather/late-parts.ts';
import { late, type Late } from './late.ts';
import { fetchRoleNews } from './late-role-news.ts';
import type { Panel } from './panels.svelte.ts';

interface Screen {
  readonly default: Component<{ segment: Segment }>;
}

const screens: Readonly<Partial<Record<Activity, Late<Screen>>>> = {
  'check-in': late(() => import('$lib/components/check-in/CheckIn.svelte')),
  wins: late(() => import('$lib/components/notes/Wins.svelte')),
  'follow-up': late(() => import('$lib/components/decide/FollowUp.svelte')),
  gather: late(() => import('$lib/components/gather/Gather.svelte')),
  group: late(() => import('$lib/components/topics/Group.svelte')),
  vote: late(() => import('$lib/components/polls/Vote.svelte')),
  discuss: late(() => import('$lib/components/discuss/Discuss.svelte')),
  timeline: late(() => import('$lib/components/timeline/TimelineScreen.svelte')),
  read: late(() => import('$lib/components/reading/Read.svelte')),
  decide: late(() => import('$lib/components/decide/Decide.svelte')),
  close: late(() => import('$lib/components/decide/Close.svelte')),
};

/** What has no screen of its own is talked through with the board at hand. */
const fetchTalk = late(() => import('$lib/components/notes/Talk.svelte'));

/** Words that the board did not take, in a part that has no desk. */
export const fetchWordsLeft = late(() => import('$lib/components/notes/WordsLeft.svelte'));

/** Half-typed words of a part that is gone. */
export const fetchStray = late(() => import('$lib/components/notes/StrayPlace.svelte'));

/** What every part of a review has within reach. */
export const fetchIncident = late(() => import('$lib/components/incident/BesideActivity.svelte'));

export const fetchLobby = late(() => import('$lib/components/lobby/LobbyPage.svelte'));
/** A part that people could write for before the meeting, until the meeting gets there. */
export const fetchAhead = late(() => import('$lib/components/early/PartAhead.svelte'));
/** What was to be read before, above the part it belongs to. */
export const fetchReadBefore = late(() => import('$lib/components/reading/ReadBefore.svelte'));

export const fetchBuilder = late(() => import('$lib/components/agenda/builder/Builder.svelte'));
/** What facilitators noted about a part. */
export const fetchNotes = late(() => import('$lib/components/agenda/FacilitatorNotes.svelte'));

/** What is said of who leads and who may write. */
export const fetchLeading = late(() => import('./Leading.svelte'));
/** What is said to whoever looks elsewhere than the meeting. */
export const fetchAway = late(() => import('./Away.svelte'));
/** What is said of notes that a reveal passed over. */
export const fetchMissedNotes = late(() => import('$lib/components/gather/MissedNotes.svelte'));
/** What the bell of a topic says about whether to keep talking. */
export const fetchBellPoll = late(() => import('$lib/components/dock/BellPoll.svelte'));

/** What somebody is asked to own, said in the bar. */
export const fetchAsked = late(() => import('$lib/components/signals/AskedToOwn.svelte'));

export const fetchInvite = late(() => import('$lib/components/people/InvitePanel.svelte'));

/** Dialogs that nobody needs to enter a room. Each is made anew when it is asked for again. */
export const dialogs: Readonly<Partial<Record<Panel, () => Promise<{ readonly default: Component }>>>> = {
  rename: () => import('$lib/components/people/RenameDialog.svelte'),
  shortcuts: () => import('./ShortcutsDialog.svelte'),
  sounds: () => import('$lib/components/sounds/SoundsDialog.svelte'),
  'remove-seat': () => import('$lib/components/people/RemoveDialog.svelte'),
  'move-seat': () => import('$lib/components/people/MoveSeatDialog.svelte'),
  'hide-note': () => import('$lib/components/notes/HideNoteDialog.svelte'),
  forget: () => import('./ForgetDialog.svelte'),
};

const parts = [
  fetchTalk,
  fetchWordsLeft,
  fetchStray,
  fetchRoleNews,
  fetchIncident,
  fetchAhead,
  fetchReadBefore,
  fetchTrading,
  fetchSwapQuestions,
  fetchOwnDesk,
  fetchLeading,
  fetchAway,
  fetchMissedNotes,
  fetchBellPoll,
  fetchAsked,
  fetchInvite,
] as const;

export function screenOf(activity: Activity): Late<Screen> {
  return screens[activity] ?? fetchTalk;
}

/** Fetches them all while nothing else is to be done, so that they are here when the network is not. */
export function preloadScreens(): () => void {
  const fetchAll = () => {
    for (const load of [...Object.values(screens), ...parts, ...Object.values(dialogs)]) {
      Promise.resolve(load()).catch(() => {});
    }
  };
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(fetchAll, 2_000);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(fetchAll, { timeout: 5_000 });
  return () => cancelIdleCallback(wish);
}
