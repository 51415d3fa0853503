import { planFormat, type Format } from './format.ts';

export const madSadGlad: Format = planFormat({
  id: 'mad-sad-glad',
  use: 'After a tense stretch; feelings first',
  prompts: [
    { id: 'mad', name: 'Mad', question: 'What frustrated you or got in your way?' },
    { id: 'sad', name: 'Sad', question: 'What disappointed you or fell short of your hope?' },
    { id: 'glad', name: 'Glad', question: 'What made you proud or lighter?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in + safety',
      minutes: 6,
      question: 'How safe is it to be honest here today?',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 10,
      question: 'Which events moved us, and in which direction?',
      prompts: ['mad', 'sad', 'glad'],
    },
    {
      activity: 'group',
      title: 'Read aloud, Glad first',
      minutes: 10,
      question: 'What did we not know about each other’s week?',
    },
    { activity: 'group', title: 'Group', minutes: 3, question: 'Which notes are about the same thing?' },
    { activity: 'vote', title: 'Vote', minutes: 3, question: 'Which feelings point at the same cause?' },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 16,
      question: 'What need sits behind this feeling, and is it in our hands?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 8,
      question: 'Which one or two changes will ease the strongest cause?',
    },
    {
      activity: 'close',
      title: 'Appreciations + ROTI',
      minutes: 4,
      question: 'Whom do we thank before we leave?',
    },
  ],
});
