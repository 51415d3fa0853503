import { planFormat, type Format } from './format.ts';

export const daki: Format = planFormat({
  id: 'daki',
  use: 'Process clean-up in an established team',
  prompts: [
    { id: 'drop', name: 'Drop', question: 'What do we end for good?' },
    { id: 'add', name: 'Add', question: 'What is missing and worth a trial?' },
    { id: 'keep', name: 'Keep', question: 'What proves its value and stays untouched?' },
    { id: 'improve', name: 'Improve', question: 'What almost works?' },
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
      question: 'If we designed our way of working today, what would differ?',
      prompts: ['drop', 'add', 'keep', 'improve'],
    },
    {
      activity: 'group',
      title: 'Read + group',
      minutes: 9,
      question: 'Which notes are about the same practice?',
    },
    {
      activity: 'vote',
      title: 'Vote on Drop and Improve',
      minutes: 4,
      question: 'Which one to end, which one to refine?',
    },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 16,
      question: 'What breaks if we drop it, what does better look like?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 11,
      question: 'One drop, one improvement: owner, date, sign of success?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 4, question: 'Did we make our work lighter?' },
  ],
});
