import { dock as words } from '$lib/text/dock.ts';
import type { Ahead } from './next-step.ts';

/** Where a step away from what is on leads, beside others that stay in it. */
export function leadingTo(ahead: Exclude<Ahead, { readonly kind: 'end' }>): string {
  return ahead.kind === 'round' ? words.nextRound : words.onTo(ahead.title);
}
