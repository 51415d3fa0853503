import { planFormat, type Format } from './format.ts';

export const leanCoffee: Format = planFormat({
  id: 'lean-coffee',
  use: 'More topics than time; mixed groups; no agenda agreed',
  note: '5 min per topic; thumb vote (up/side/down) at the bell; majority up extends 2 min, then 1 min, then the topic is parked.',
  prompts: [
    { id: 'to-discuss', name: 'To discuss', question: 'One topic per note, phrased as a question.' },
    { id: 'discussing', name: 'Discussing', question: 'Only one note at a time.' },
    { id: 'discussed', name: 'Discussed', question: 'What did we take away?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Rules',
      minutes: 3,
      question: 'What would make this hour useful?',
      checkIn: 'sentence',
    },
    {
      activity: 'gather',
      title: 'Write topics',
      minutes: 5,
      question: 'Which question do you want answered here?',
      prompts: ['to-discuss'],
    },
    {
      activity: 'group',
      title: 'Pitch (20 s each) + group',
      minutes: 5,
      question: 'Do we all understand what each note asks?',
    },
    { activity: 'vote', title: 'Vote', minutes: 3, question: 'In which order do we spend the time?' },
    {
      activity: 'discuss',
      title: 'Topics, 5 min each + thumb vote',
      minutes: 34,
      question: 'What do we now know or want to try on this topic?',
      aloud: ['discussing', 'discussed'],
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 7,
      question: 'Which topics turned into a commitment, whose, by when?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 3, question: 'Was this worth the time?' },
  ],
});
