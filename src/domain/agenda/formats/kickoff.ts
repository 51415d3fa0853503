import { planFormat, type Format } from './format.ts';

export const kickoff: Format = planFormat({
  id: 'kickoff',
  use: 'New team, new project, new member',
  prompts: [
    { id: 'purpose', name: 'Purpose', question: 'Why does this exist and for whom?' },
    { id: 'boundaries', name: 'Boundaries', question: 'What is in, what is out, what is fixed?' },
    { id: 'work', name: 'How we work', question: 'Hours, channels, reviews, decisions, on-call.' },
    { id: 'disagree', name: 'How we disagree', question: 'What do we do when we are stuck?' },
    { id: 'hopes', name: 'Hopes and fears', question: 'What do you hope for, what worries you?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Introductions + hopes and fears',
      minutes: 10,
      question: 'What does each of us bring and need?',
      aloud: ['hopes'],
      checkIn: 'sentence',
    },
    {
      activity: 'discuss',
      title: 'Purpose and success',
      minutes: 12,
      question: 'How will the users notice that we succeeded?',
      aloud: ['purpose'],
    },
    {
      activity: 'gather',
      title: 'Boundaries and risks by lens',
      minutes: 12,
      question: 'What does each lens insist on from day one?',
      aloud: ['boundaries'],
      lenses: ['user', 'oncall', 'product', 'security'],
    },
    {
      activity: 'gather',
      title: 'Draft agreements silently',
      minutes: 7,
      question: 'Which rule would have saved your last project?',
      prompts: ['work', 'disagree'],
    },
    { activity: 'group', title: 'Group', minutes: 4, question: 'Which notes are about the same thing?' },
    {
      activity: 'vote',
      title: 'Fist of five per rule',
      minutes: 5,
      question: 'Can everyone live with this rule?',
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 7,
      question: 'Which rules start today, and when do we review them?',
    },
    {
      activity: 'close',
      title: 'Close',
      minutes: 3,
      question: 'What is the first step tomorrow, and whose?',
    },
  ],
});
