import { planFormat, type Format } from './format.ts';

export const roseThornBud: Format = planFormat({
  id: 'rose-thorn-bud',
  use: 'Weekly or design check; gentle',
  prompts: [
    { id: 'rose', name: 'Rose', question: 'What is going well?' },
    { id: 'thorn', name: 'Thorn', question: 'What is painful or in the way?' },
    { id: 'bud', name: 'Bud', question: 'What is promising but needs care?' },
  ],
  steps: [
    { activity: 'check-in', title: 'Check-in', minutes: 4, question: 'What are we reflecting on?' },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 10,
      question: 'What is blooming, stinging or about to open?',
      prompts: ['rose', 'thorn', 'bud'],
    },
    { activity: 'group', title: 'Share', minutes: 14, question: 'What do we hear more than once?' },
    {
      activity: 'vote',
      title: 'Vote on thorns and buds',
      minutes: 4,
      question: 'Which thorn and which bud deserve our care?',
    },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 16,
      question: 'What removes this thorn or feeds this bud?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 8,
      question: 'What is the next small step, and whose is it?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 4, question: 'What do you carry out of the room?' },
  ],
});
