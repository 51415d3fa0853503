import { planFormat, type Format } from './format.ts';

export const learningLedger: Format = planFormat({
  id: 'learning-ledger',
  use: 'Monthly; team or one-to-one; never a ranking',
  prompts: [
    {
      id: 'conversations',
      name: 'Tough conversations handled',
      question: 'What was at stake, and what did you learn?',
    },
    { id: 'docs', name: 'Docs published', question: 'What can others now do without asking?' },
    { id: 'mentoring', name: 'Mentoring delivered', question: 'Who grew, at what?' },
    {
      id: 'incidents',
      name: 'Incidents coordinated',
      question: 'Which role, what got calmer because of you?',
    },
    { id: 'next-month', name: 'Next month', question: 'Which one skill will you stretch?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'What are you proud of this month?',
      checkIn: 'sentence',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 12,
      question: 'What did you do that no ticket shows?',
      prompts: ['conversations', 'docs', 'mentoring', 'incidents', 'next-month'],
    },
    {
      activity: 'discuss',
      title: 'Round of stories',
      minutes: 20,
      question: 'What can the rest of us reuse?',
    },
    {
      activity: 'discuss',
      title: 'Gaps',
      minutes: 9,
      question: 'Which column is empty, and is that a choice?',
    },
    {
      activity: 'decide',
      title: 'Commit',
      minutes: 10,
      question: 'Which one skill, which occasion, who supports you?',
    },
    { activity: 'close', title: 'Close: two notes', minutes: 5, question: 'What will you thank whom for?' },
  ],
});
