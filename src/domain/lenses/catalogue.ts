/** The perspectives a room can look from. The third question of each always asks for an outcome. */
import type { LensId } from '#protocol/ids.ts';

export interface Lens {
  readonly id: LensId;
  readonly name: string;
  /** Stands beside the colour, which is never the only sign. */
  readonly letter: string;
  readonly questions: readonly [string, string, string];
  /** Only for lenses of a team's own; the others have one of their own. */
  readonly icon?: string;
}

export const lenses: readonly Lens[] = [
  {
    id: 'user',
    name: 'User',
    letter: 'U',
    questions: [
      'Which person tried to do what, and where did they stop or work around us?',
      'What evidence (ticket, recording, number) shows it is more than one person?',
      'What would that person be able to do next month if we fixed one thing?',
    ],
  },
  {
    id: 'oncall',
    name: 'On-call',
    letter: 'O',
    questions: [
      'What woke, interrupted or surprised us, and could we have known earlier?',
      'Which alert, runbook or rollback was missing, wrong or ignored?',
      'Which single change removes the most interruptions per week?',
    ],
  },
  {
    id: 'product',
    name: 'Product',
    letter: 'P',
    questions: [
      'Which outcome did we promise, and what number says whether we got it?',
      'What did we build that nobody used, or delay that somebody needed?',
      'If we had half the time, what would we still ship first?',
    ],
  },
  {
    id: 'security',
    name: 'Security',
    letter: 'S',
    questions: [
      'What could someone now read, change or stop that they should not?',
      'Which shortcut (secret, permission, dependency) did we take, and when does it end?',
      'How would we notice misuse, and who would act in the first hour?',
    ],
  },
  {
    id: 'cost',
    name: 'Cost',
    letter: 'C',
    questions: [
      'What do we pay for every month that gives us nothing back?',
      'Where did effort or money grow faster than use?',
      'Which change pays for itself within a quarter?',
    ],
  },
  {
    id: 'data',
    name: 'Data',
    letter: 'D',
    questions: [
      'Which number did we trust that turned out wrong or late?',
      'Which decision did we take without the data we needed?',
      'Which one measurement should exist before we meet again?',
    ],
  },
  {
    id: 'a11y',
    name: 'Accessibility',
    letter: 'A',
    questions: [
      'Who cannot use what we shipped with keyboard, screen reader, zoom or one hand?',
      'Where do colour, motion or time limits carry meaning alone?',
      'Which barrier can we remove this sprint, and how do we test it?',
    ],
  },
  {
    id: 'support',
    name: 'Support',
    letter: 'H',
    questions: [
      'Which question do people keep asking us, and in whose words?',
      'Where does our error message leave people without a next step?',
      'Which answer could the product give by itself?',
    ],
  },
  {
    id: 'compliance',
    name: 'Compliance',
    letter: 'R',
    questions: [
      'Which promise, law or contract does this touch, and who has checked?',
      'What could we not prove today if someone asked for records?',
      'What is the smallest record we should start keeping?',
    ],
  },
  {
    id: 'newcomer',
    name: 'New joiner',
    letter: 'N',
    questions: [
      'What would someone in the first week not find or not dare to ask?',
      'Which word, tool or step only makes sense if you were there?',
      'What do we write down so that the next person is productive a day sooner?',
    ],
  },
];

/** Null for an id that no lens has. */
export function lensOf(id: LensId): Lens | null {
  return lenses.find((lens) => lens.id === id) ?? null;
}
