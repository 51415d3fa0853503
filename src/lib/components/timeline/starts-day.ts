import { dayOf, type Zone } from '$lib/text/moments.ts';

/** Whether the entry there is the first one shown of its day. */
export function startsDay(shown: readonly { readonly at: number }[], index: number, zone: Zone): boolean {
  const [before, entry] = [shown[index - 1], shown[index]];
  return !before || !entry || dayOf(before.at, zone) !== dayOf(entry.at, zone);
}
