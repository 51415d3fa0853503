/** What a format says, and the segments that follow from it. */
import type { FormatId } from '#protocol/http.ts';
import type { LensId, PromptId } from '#protocol/ids.ts';
import { floorMinutes } from '../floors.ts';
import { formatNames } from './format-names.ts';
import type { Activity, CheckInRound, Prompt, Segment } from '../segment.ts';
import { usualPolicy } from '../usual.ts';

export interface Format {
  readonly id: FormatId;
  readonly name: string;
  /** When to choose it. */
  readonly use: string;
  /** All questions it asks, also those that are asked aloud. */
  readonly prompts: readonly Prompt[];
  /** As planned for 60 minutes. */
  readonly segments: readonly Segment[];
  /** What whoever facilitates needs to know beside the plan; empty where that says it all. */
  readonly note: string;
}

interface FormatPlan {
  readonly id: FormatId;
  readonly use: string;
  readonly note?: string;
  readonly prompts: readonly Prompt[];
  readonly steps: readonly Step[];
}

interface Step {
  readonly activity: Activity;
  readonly title: string;
  readonly minutes: number;
  readonly question: string;
  readonly lenses?: readonly LensId[];
  /** Of the format's prompts, those that notes answer here. */
  readonly prompts?: readonly PromptId[];
  /** Of the format's prompts, those that its question asks by name, where nobody answers them in notes of their own. */
  readonly aloud?: readonly PromptId[];
  readonly checkIn?: CheckInRound;
}

export function planFormat({ id, use, note = '', prompts, steps }: FormatPlan): Format {
  const segments = steps.map((step, i) => segmentOf(step, i, steps, prompts));
  return { id, name: formatNames[id], use, note, prompts, segments };
}

function segmentOf(step: Step, i: number, steps: readonly Step[], prompts: readonly Prompt[]): Segment {
  const { activity, title, minutes, lenses = [], checkIn = 'none' } = step;
  const asked = step.prompts ?? [];
  return {
    id: idOf(steps, i),
    activity,
    title,
    question: questionOf(step, prompts),
    minutes,
    policy: usualPolicy(activity),
    lenses,
    rounds: roundsIn(step),
    prompts: prompts.filter((prompt) => asked.includes(prompt.id)),
    preReads: [],
    checkIn,
  };
}

/** The prompts first, so that the last word is what the step is to leave the room with. */
function questionOf({ question, aloud = [] }: Step, prompts: readonly Prompt[]): string {
  const named = prompts.filter(({ id }) => aloud.includes(id));
  return [...named.map((prompt) => `${prompt.name}: ${prompt.question}`), question].join(' ');
}

/** The activity, and from the second time on its number: `discuss`, `discuss-2`. */
function idOf(steps: readonly Step[], i: number): string {
  const activity = steps[i]?.activity ?? '';
  const nth = steps.slice(0, i + 1).filter((step) => step.activity === activity).length;
  return nth === 1 ? activity : `${activity}-${nth}`;
}

/** One for each lens, as far as each can have the least a round needs; with fewer, lenses are held side by side. */
function roundsIn({ activity, minutes, lenses = [] }: Step): number {
  const most = Math.floor(minutes / floorMinutes({ activity, rounds: 1 }));
  return Math.max(1, Math.min(lenses.length, most));
}
