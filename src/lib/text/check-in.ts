/** Words of arriving: one word or sentence from everybody, how we look back, and how safe it is to speak. */
import type { CheckInRound } from '#protocol/agenda.ts';

interface Round {
  readonly title: string;
  readonly placeholder: string;
  /** Beyond so many characters it says that shorter is better. Nothing is cut. */
  readonly longFrom: number;
  readonly long: string;
}

const rounds: Readonly<Record<CheckInRound, Round>> = {
  none: {
    title: 'How do you arrive?',
    placeholder: 'A few words',
    longFrom: 140,
    long: 'A few words are enough here.',
  },
  word: {
    title: 'In one word: how do you arrive?',
    placeholder: 'One word',
    longFrom: 30,
    long: 'One or two words are enough here.',
  },
  sentence: {
    title: 'In one sentence: how do you arrive?',
    placeholder: 'One sentence',
    longFrom: 140,
    long: 'One short sentence is enough here.',
  },
};

export const checkIn = {
  rounds,
  aloud: 'Say it aloud, one after the other. Whoever would rather not says “pass”.',
  aloudOrNote: 'Say it aloud, or write it here. Whoever would rather not does neither.',
  composer: 'How you arrive',
  openGuess: 'It appears at once and without your name, but people may guess.',
  openNamed: 'It appears at once, with your name.',
  words: 'How we arrive',
  empty: 'Nobody has written yet.',
  directiveTitle: 'How we look back',
  directive: [
    'Everybody did what seemed right to them, with what they knew, the time they had and what was at hand.',
    'So we ask what made it seem right, and what we change about the work. We do not ask who is to blame.',
  ],

  safetyLow: 'Several people do not feel safe to speak here today.',
  safetyHint: 'You can talk about that before anything else. Nobody is asked who they are.',
  safetyMake: 'Make safety the first topic',
  safetyMade: 'Safety is the first topic of the next discussion.',
  later: 'Not now',
} as const;
