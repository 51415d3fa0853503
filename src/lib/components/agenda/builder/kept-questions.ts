/** What a part asked before it was changed to ask otherwise: it comes back as long as its editor is open. */
import { withActivity } from '#domain/agenda/rules.ts';
import type { Activity, Segment } from '#domain/agenda/segment.ts';
import type { PromptDraft, SegmentChange } from '#protocol/agenda.ts';
import type { LensId } from '#protocol/ids.ts';
import { withPrompts } from './list-changes.ts';

type Lensed = Pick<Segment, 'lenses' | 'rounds'>;

export class KeptQuestions {
  /** A lens may have been taken away since. */
  readonly #isLens: (lens: LensId) => boolean;
  #lensed: Lensed | null = null;
  #prompts: readonly PromptDraft[] = [];
  readonly #asked = new Map<Activity, Segment>();

  constructor(isLens: (lens: LensId) => boolean) {
    this.#isLens = isLens;
  }

  byLenses(segment: Segment): SegmentChange {
    this.#note(segment);
    const { lenses, rounds } = this.#still(this.#lensed) ?? usual(segment);
    return { lenses: [...lenses], rounds, prompts: [] };
  }

  /** `first` where it had none before. */
  byPrompts(segment: Segment, first: PromptDraft): SegmentChange {
    this.#note(segment);
    const prompts = this.#prompts.length === 0 ? [first] : this.#prompts;
    return { lenses: [], rounds: 1, ...withPrompts(prompts) };
  }

  /** With what it asked when it had that activity last. */
  as(activity: Activity, segment: Segment): SegmentChange {
    this.#note(segment);
    const before = this.#asked.get(activity);
    this.#asked.set(segment.activity, segment);
    if (!before) return { activity };
    const { policy, checkIn, prompts } = before;
    const lensed = this.#still(before);
    if (before.lenses.length > 0 && !lensed) return { activity, policy };
    const { lenses, rounds } = lensed ?? { lenses: [], rounds: 1 };
    return { activity, policy, checkIn, lenses: [...lenses], rounds, ...withPrompts(prompts) };
  }

  #note({ lenses, rounds, prompts }: Segment): void {
    if (lenses.length > 0) this.#lensed = { lenses, rounds };
    if (prompts.length > 0) this.#prompts = prompts;
  }

  #still(before: Lensed | null): Lensed | null {
    const lenses = before?.lenses.filter(this.#isLens) ?? [];
    return before && lenses.length > 0 ? { lenses, rounds: Math.min(before.rounds, lenses.length) } : null;
  }
}

function usual(segment: Segment): Lensed {
  return withActivity({ ...segment, lenses: [], prompts: [] }, 'gather');
}
