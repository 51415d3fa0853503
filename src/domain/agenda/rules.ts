/** Which settings of a segment go together. */
import type { PromptDraft } from '#protocol/agenda.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { LensId } from '#protocol/ids.ts';
import { isThanks, type Activity, type RevealPolicy, type Segment } from './segment.ts';

const policies: Readonly<Partial<Record<Activity, readonly RevealPolicy[]>>> = {
  gather: ['reveal', 'own', 'open'],
  wins: ['open'],
  'check-in': ['none', 'open'],
  close: ['open'],
};
/** From where people look until somebody chooses. */
const firstLenses: readonly LensId[] = ['user', 'oncall', 'product', 'security'];

interface Settings extends Pick<Segment, 'activity' | 'policy' | 'lenses' | 'rounds' | 'checkIn'> {
  readonly prompts: readonly PromptDraft[];
}

/** How notes of it may become visible, what it is by itself first. */
export function policiesOf(activity: Activity): readonly RevealPolicy[] {
  return policies[activity] ?? ['none'];
}

/** `segment-unclear` where they contradict each other, `lens-unknown` for a perspective that nobody here has. */
export function checkSettings(settings: Settings, isLens: (lens: LensId) => boolean): Outcome {
  const { activity, policy, lenses, rounds, checkIn } = settings;
  const agrees =
    policiesOf(activity).includes(policy) &&
    (checkIn === 'none' || activity === 'check-in') &&
    hasQuestions(settings) &&
    new Set(lenses).size === lenses.length &&
    rounds <= Math.max(1, lenses.length);
  if (!agrees) return { ok: false, code: 'segment-unclear' };
  return lenses.every(isLens) ? { ok: true } : { ok: false, code: 'lens-unknown' };
}

/** Whoever gathers notes asks for them by lenses or by prompts; wins and close may have prompts, the others nothing. */
function hasQuestions({ activity, lenses, prompts }: Settings): boolean {
  if (activity === 'gather') return lenses.length > 0 !== prompts.length > 0;
  return lenses.length === 0 && (prompts.length === 0 || isThanks({ activity }));
}

/** The same part with another activity: what does not go with that is as it is by itself. */
export function withActivity<S extends Settings>(segment: S, activity: Activity): S {
  const allowed = policiesOf(activity);
  const policy = allowed.includes(segment.policy) ? segment.policy : (allowed[0] ?? 'none');
  const checkIn = activity === 'check-in' ? segment.checkIn : 'none';
  const changed = { ...segment, activity, policy, checkIn };
  if (hasQuestions(changed)) return changed;
  const lenses = activity === 'gather' ? firstLenses : [];
  return { ...changed, lenses, prompts: [], rounds: Math.max(1, lenses.length) };
}
