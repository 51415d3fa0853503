/** How each question is asked, and what every step of its answer means: on the ballot and on the record alike. */
import type { PollQuestion } from '#protocol/ballots.ts';

export interface PollWords {
  readonly text: string;
  /** Which way the scale runs; a number without it says nothing. Null where there is no scale. */
  readonly scale: string | null;
  /** By choice, lowest first. Empty for votes, whose choices are topics. */
  readonly labels: Readonly<Record<string, string>>;
}

export const pollWords: Readonly<Record<PollQuestion, PollWords>> = {
  vote: { text: 'Which topics matter most?', scale: null, labels: {} },
  safety: {
    text: 'How openly can you speak here today?',
    scale: '1-5, 5 best',
    labels: {
      1: 'I do not feel safe here',
      2: 'I will mostly listen',
      3: 'I will say some things',
      4: 'I can say most things',
      5: 'I can say anything',
    },
  },
  roti: {
    text: 'Was this worth the time?',
    scale: '1-5, 5 best',
    labels: {
      1: 'Time lost',
      2: 'Less than the time it took',
      3: 'Worth the time',
      4: 'More than the time it took',
      5: 'Much more than the time it took',
    },
  },
  fist: {
    text: 'How well can you support this decision?',
    scale: '0-5, 5 best',
    labels: {
      0: 'I cannot live with it',
      1: 'I have a serious concern',
      2: 'We have to talk first',
      3: 'I can live with it',
      4: 'It is good',
      5: 'I will champion it',
    },
  },
  'keep-talking': {
    text: 'Keep talking about this topic?',
    scale: 'down, side, up; up to go on',
    labels: { down: 'Move on', side: 'Either way', up: 'Keep talking' },
  },
};
