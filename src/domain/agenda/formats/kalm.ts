import { planFormat, type Format } from './format.ts';

export const kalm: Format = planFormat({
  id: 'kalm',
  use: 'Fine-tuning amounts rather than on/off choices',
  prompts: [
    { id: 'keep', name: 'Keep', question: 'What should stay exactly as it is?' },
    { id: 'add', name: 'Add', question: 'What new thing do we try?' },
    { id: 'less', name: 'Less', question: 'What do we do too much of?' },
    { id: 'more', name: 'More', question: 'What do we do too little of?' },
  ],
  steps: [
    {
      activity: 'follow-up',
      title: 'Check-in + earlier actions',
      minutes: 7,
      question: 'What did our last change bring?',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 9,
      question: 'Where is the dose wrong?',
      prompts: ['keep', 'add', 'less', 'more'],
    },
    { activity: 'group', title: 'Read + group', minutes: 9, question: 'Which notes turn the same dial?' },
    { activity: 'vote', title: 'Vote', minutes: 4, question: 'Which dial matters most?' },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 17,
      question: 'How much more or less, and how would we measure it?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 10,
      question: 'Which dial do we turn, by how much, until when?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 4, question: 'Was this worth the time?' },
  ],
});
