import { planFormat, type Format } from './format.ts';

export const sailboat: Format = planFormat({
  id: 'sailboat',
  use: 'Goal-oriented look back and ahead; sceptical or quiet groups',
  prompts: [
    { id: 'wind', name: 'Wind', question: 'What pushes us forward?' },
    { id: 'anchor', name: 'Anchor', question: 'What holds us back?' },
    { id: 'rocks', name: 'Rocks', question: 'Which dangers lie ahead?' },
    { id: 'island', name: 'Island', question: 'What does arriving look like?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in + name the island',
      minutes: 7,
      question: 'Where are we heading, in one sentence?',
      checkIn: 'sentence',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 10,
      question: 'What moves, holds or threatens us on this route?',
      prompts: ['wind', 'anchor', 'rocks', 'island'],
    },
    {
      activity: 'group',
      title: 'Read + group',
      minutes: 9,
      question: 'Which notes are one and the same force?',
    },
    { activity: 'vote', title: 'Vote', minutes: 4, question: 'Which force decides whether we arrive?' },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 16,
      question: 'How do we use this wind, cut this anchor or steer round this rock?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 10,
      question: 'Which two moves do we make, and who steers them?',
    },
    {
      activity: 'close',
      title: 'Close: ROTI',
      minutes: 4,
      question: 'Are we more likely to arrive than an hour ago?',
    },
  ],
});
