/** The formats a room can be made from. Minutes are those of a 60-minute meeting; `scaleAgenda` fits them to others. */
import type { FormatId } from '#protocol/http.ts';
import type { LensId } from '#protocol/ids.ts';
import type { Activity, Prompt, RevealPolicy, Segment } from './segment.ts';

export interface Format {
  readonly id: FormatId;
  readonly name: string;
  /** When to choose it. */
  readonly use: string;
  readonly prompts: readonly Prompt[];
  /** As planned for 60 minutes. */
  readonly segments: readonly Segment[];
}

const policies: Partial<Record<Activity, RevealPolicy>> = {
  wins: 'open',
  gather: 'reveal',
  close: 'open',
};

interface Step {
  readonly activity: Activity;
  readonly title: string;
  readonly minutes: number;
  readonly question: string;
  readonly lenses?: readonly LensId[];
  readonly prompts?: readonly Prompt[];
}

/** A format has each activity at most once, so the activity names the segment. */
function segment({ activity, title, minutes, question, lenses = [], prompts = [] }: Step): Segment {
  return {
    id: activity,
    activity,
    title,
    question,
    minutes,
    policy: policies[activity] ?? 'none',
    lenses,
    rounds: Math.max(1, lenses.length),
    prompts,
    preReads: [],
    checkIn: 'none',
  };
}

const heartHeat: Format = {
  id: 'heart-heat',
  name: 'Heart and heat',
  use: 'Default regular retrospective; 4–12 people',
  prompts: [
    {
      id: 'heart',
      name: 'Heart',
      question: 'What worked, and who made it happen? Name the person and the effect.',
    },
    {
      id: 'heat',
      name: 'Heat',
      question: 'Seen through your lens: what hurt, slowed or endangered someone?',
    },
    { id: 'cool', name: 'Cool', question: 'What is the smallest change that would lower this heat?' },
  ],
  segments: [
    segment({
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'Can everyone here speak freely enough for the hour to be worth it?',
    }),
    segment({
      activity: 'follow-up',
      title: 'Follow-up',
      minutes: 4,
      question: 'Which promises are kept, and what happens to each one that is not?',
    }),
    segment({
      activity: 'wins',
      title: 'Wins',
      minutes: 8,
      question: 'What do we want to keep doing on purpose, and whom do we thank?',
    }),
    segment({
      activity: 'gather',
      title: 'Perspectives',
      minutes: 16,
      question: 'What does this lens see that our everyday view misses?',
      lenses: ['user', 'oncall', 'product', 'security'],
    }),
    segment({
      activity: 'group',
      title: 'Group',
      minutes: 3,
      question: 'Which notes are about the same thing?',
    }),
    segment({
      activity: 'vote',
      title: 'Vote',
      minutes: 3,
      question: 'Which two or three topics would change the coming weeks most?',
    }),
    segment({
      activity: 'discuss',
      title: 'Discuss',
      minutes: 12,
      question: 'Which cause can we act on ourselves, and what does acting cost?',
    }),
    segment({
      activity: 'decide',
      title: 'Decide',
      minutes: 7,
      question: 'What will be different, by when, and who is the one owner?',
    }),
    segment({
      activity: 'close',
      title: 'Close',
      minutes: 3,
      question: 'Was this worth the time, and what changes next time?',
    }),
  ],
};

const habits: readonly Prompt[] = [
  { id: 'start', name: 'Start', question: 'What are we not doing that would help?' },
  { id: 'stop', name: 'Stop', question: 'What costs more than it gives back?' },
  {
    id: 'continue',
    name: 'Continue',
    question: 'What works and could be lost if we do not protect it?',
  },
];

const startStopContinue: Format = {
  id: 'start-stop-continue',
  name: 'Start, stop, continue',
  use: 'New teams; quick behaviour change',
  prompts: habits,
  segments: [
    segment({
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'What do we want to leave with today?',
    }),
    segment({
      activity: 'follow-up',
      title: 'Earlier actions',
      minutes: 5,
      question: 'What did our last changes actually change?',
    }),
    segment({
      activity: 'gather',
      title: 'Silent writing',
      minutes: 10,
      question: 'Which habits deserve to begin, end or stay?',
      prompts: habits,
    }),
    segment({
      activity: 'group',
      title: 'Read + group',
      minutes: 8,
      question: 'Which notes describe the same habit?',
    }),
    segment({ activity: 'vote', title: 'Vote', minutes: 4, question: 'Which three habits matter most?' }),
    segment({
      activity: 'discuss',
      title: 'Discuss',
      minutes: 17,
      question: 'What would have to be true for this habit to stick?',
    }),
    segment({
      activity: 'decide',
      title: 'Decide',
      minutes: 9,
      question: 'Who starts what on which day, and how will we see it?',
    }),
    segment({ activity: 'close', title: 'Close', minutes: 3, question: 'Was this worth the time?' }),
  ],
};

export const formats: readonly Format[] = [heartHeat, startStopContinue];

export function formatOf(id: FormatId): Format {
  return formats.find((format) => format.id === id) ?? heartHeat;
}
