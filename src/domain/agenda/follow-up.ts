/** A place for what was promised before, in a plan that has none. */
import { limits } from '#protocol/limits.ts';
import type { Activity } from './segment.ts';
import { usualPolicy, usualTitles } from './usual.ts';

const activity = 'follow-up';
const none: never[] = [];

/** Its minutes are those of a 60-minute meeting. */
const part = {
  activity,
  title: usualTitles[activity],
  question: 'What has become of what we promised before?',
  minutes: 4,
  policy: usualPolicy(activity),
  lenses: none,
  rounds: 1,
  prompts: none,
  preReads: none,
  checkIn: 'none',
} as const;

/** After arriving, with what `besides` says of it. A plan that has such a part, or no space for one, stays as it is. */
export function withFollowUp<Of extends { readonly activity: Activity }, Besides>(
  segments: readonly Of[],
  besides: Besides,
): readonly (Of | (typeof part & Besides))[] {
  const isThere = segments.some((segment) => segment.activity === activity);
  if (isThere || segments.length >= limits.segments) return segments;
  const at = segments[0]?.activity === 'check-in' ? 1 : 0;
  return [...segments.slice(0, at), { ...part, ...besides }, ...segments.slice(at)];
}
