import { planFormat, type Format } from './format.ts';

export const incidentReview: Format = planFormat({
  id: 'incident-review',
  use: 'Within five working days of an incident',
  prompts: [
    { id: 'timeline', name: 'Timeline', question: 'What happened, when (UTC), and where is the evidence?' },
    { id: 'impact', name: 'Impact', question: 'Who could not do what, for how long, in numbers?' },
    {
      id: 'factors',
      name: 'Contributing factors',
      question: 'Which conditions made this possible or worse?',
    },
    {
      id: 'went-well',
      name: 'Went well',
      question: 'Which people, tools or habits limited the damage? Name them.',
    },
    { id: 'luck', name: 'Luck', question: 'What saved us that we cannot rely on?' },
    {
      id: 'follow-up',
      name: 'Follow-up',
      question: 'What lowers the chance, the damage or the time to notice?',
    },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Ground rules + roles',
      minutes: 3,
      question: 'Do we agree that we look at conditions, not at culprits?',
    },
    {
      activity: 'read',
      title: 'Silent read of the draft timeline',
      minutes: 8,
      question: 'What is missing or wrong on the timeline?',
    },
    {
      activity: 'timeline',
      title: 'Complete the timeline',
      minutes: 12,
      question: 'At each turn, what did people see and why did the choice make sense?',
      aloud: ['timeline'],
    },
    {
      activity: 'discuss',
      title: 'Impact',
      minutes: 5,
      question: 'Can we state the impact in one sentence with numbers?',
      aloud: ['impact'],
    },
    {
      activity: 'gather',
      title: 'Contributing factors by lens',
      minutes: 14,
      question: 'Which conditions, if changed, would have changed the outcome?',
      aloud: ['factors'],
      lenses: ['user', 'oncall', 'product', 'security'],
    },
    {
      activity: 'wins',
      title: 'What went well + where we were lucky',
      minutes: 6,
      question: 'What must stay, and what must we stop relying on?',
      prompts: ['went-well', 'luck'],
    },
    {
      activity: 'decide',
      title: 'Decide follow-ups',
      minutes: 9,
      question: 'Which prevent, mitigate or detect, and who owns each by when?',
      aloud: ['follow-up'],
    },
    {
      activity: 'close',
      title: 'Close + message',
      minutes: 3,
      question: 'What do we tell the people who were affected?',
    },
  ],
});
