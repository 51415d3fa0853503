import { late } from '$lib/components/room/late.ts';

/** Where half-typed words of a part that is gone were found. */
export const fetchStrayWords = late(() => import('./StrayWordsLeft.svelte'));
