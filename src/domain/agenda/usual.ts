/** What a segment is called, and when its notes become visible, where nobody has said anything else. */
import type { Activity, RevealPolicy, Segment } from './segment.ts';

export const usualTitles: Readonly<Record<Activity, string>> = {
  'check-in': 'Check-in',
  'follow-up': 'Follow-up',
  wins: 'Wins',
  gather: 'Perspectives',
  group: 'Group',
  vote: 'Vote',
  discuss: 'Discuss',
  decide: 'Decide',
  read: 'Silent read',
  timeline: 'Timeline',
  close: 'Close',
  talk: 'Talk',
};

const policies: Partial<Record<Activity, RevealPolicy>> = { wins: 'open', gather: 'reveal', close: 'open' };

export function usualPolicy(activity: Activity): RevealPolicy {
  return policies[activity] ?? 'none';
}

/** Each lens has its round. */
export function usualRounds({ lenses }: Pick<Segment, 'lenses'>): number {
  return Math.max(1, lenses.length);
}
