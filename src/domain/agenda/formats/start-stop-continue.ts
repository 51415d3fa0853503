import { planFormat, type Format } from './format.ts';

export const startStopContinue: Format = planFormat({
  id: 'start-stop-continue',
  use: 'New teams; quick behaviour change',
  prompts: [
    { id: 'start', name: 'Start', question: 'What are we not doing that would help?' },
    { id: 'stop', name: 'Stop', question: 'What costs more than it gives back?' },
    { id: 'continue', name: 'Continue', question: 'What works and could be lost if we do not protect it?' },
  ],
  steps: [
    { activity: 'check-in', title: 'Check-in', minutes: 4, question: 'What do we want to leave with today?' },
    {
      activity: 'follow-up',
      title: 'Earlier actions',
      minutes: 5,
      question: 'What did our last changes actually change?',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 10,
      question: 'Which habits deserve to begin, end or stay?',
      prompts: ['start', 'stop', 'continue'],
    },
    {
      activity: 'group',
      title: 'Read + group',
      minutes: 8,
      question: 'Which notes describe the same habit?',
    },
    { activity: 'vote', title: 'Vote', minutes: 4, question: 'Which three habits matter most?' },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 17,
      question: 'What would have to be true for this habit to stick?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 9,
      question: 'Who starts what on which day, and how will we see it?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 3, question: 'Was this worth the time?' },
  ],
});
