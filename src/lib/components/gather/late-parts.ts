/** What only some rounds of writing need. */
import { late } from '$lib/components/room/late.ts';

/** Where people hold different lenses in a round. */
export const fetchTrading = late(() => import('$lib/components/gather/LensTrade.svelte'));
export const fetchSwapQuestions = late(() => import('$lib/components/gather/SwapQuestions.svelte'));
/** Where authors let go of their notes themselves. */
export const fetchOwnDesk = late(() => import('$lib/components/notes/OwnDesk.svelte'));
