import { planFormat, type Format } from './format.ts';

export const twoNote: Format = planFormat({
  id: 'two-note',
  use: 'End of a project slice, hand-over or leave',
  prompts: [
    {
      id: 'future-self',
      name: 'Note to my future self',
      question: 'Intent, trade-offs taken, next steps, where I would start again.',
    },
    {
      id: 'teammate',
      name: 'Note to a teammate',
      question: 'What you need to know, what I would watch, whom to ask.',
    },
    { id: 'open-loops', name: 'Open loops', question: 'What is unfinished and who holds it?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'What are we handing over, to whom, by when?',
    },
    {
      activity: 'gather',
      title: 'Write note one',
      minutes: 12,
      question: 'What will I have forgotten in three months?',
      prompts: ['future-self'],
    },
    {
      activity: 'gather',
      title: 'Write note two',
      minutes: 12,
      question: 'What would save you a day?',
      prompts: ['teammate'],
    },
    { activity: 'read', title: 'Swap and read', minutes: 8, question: 'What do you still not understand?' },
    {
      activity: 'discuss',
      title: 'Questions',
      minutes: 12,
      question: 'Which assumption needs to be written down?',
    },
    {
      activity: 'decide',
      title: 'Open loops: owners',
      minutes: 8,
      question: 'Who owns each loop, and what is the next step?',
      aloud: ['open-loops'],
    },
    {
      activity: 'close',
      title: 'Close',
      minutes: 4,
      question: 'Are both notes findable by someone who was not here?',
    },
  ],
});
