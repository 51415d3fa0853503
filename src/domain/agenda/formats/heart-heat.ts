import { planFormat, type Format } from './format.ts';

export const heartHeat: Format = planFormat({
  id: 'heart-heat',
  use: 'Default regular retrospective; 4–12 people',
  prompts: [
    {
      id: 'heart',
      name: 'Heart',
      question: 'What worked, and who made it happen? Name the person and the effect.',
    },
    {
      id: 'heat',
      name: 'Heat',
      question: 'Seen through your lens: what hurt, slowed or endangered someone?',
    },
    { id: 'cool', name: 'Cool', question: 'What is the smallest change that would lower this heat?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'Can everyone here speak freely enough for the hour to be worth it?',
    },
    {
      activity: 'follow-up',
      title: 'Follow-up',
      minutes: 4,
      question: 'Which promises are kept, and what happens to each one that is not?',
    },
    {
      activity: 'wins',
      title: 'Wins',
      minutes: 8,
      question: 'What do we want to keep doing on purpose, and whom do we thank?',
      aloud: ['heart'],
    },
    {
      activity: 'gather',
      title: 'Perspectives',
      minutes: 16,
      question: 'What does this lens see that our everyday view misses?',
      aloud: ['heat'],
      lenses: ['user', 'oncall', 'product', 'security'],
    },
    { activity: 'group', title: 'Group', minutes: 3, question: 'Which notes are about the same thing?' },
    {
      activity: 'vote',
      title: 'Vote',
      minutes: 3,
      question: 'Which two or three topics would change the coming weeks most?',
    },
    {
      activity: 'discuss',
      title: 'Discuss',
      minutes: 12,
      question: 'Which cause can we act on ourselves, and what does acting cost?',
      aloud: ['cool'],
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 7,
      question: 'What will be different, by when, and who is the one owner?',
    },
    {
      activity: 'close',
      title: 'Close',
      minutes: 3,
      question: 'Was this worth the time, and what changes next time?',
    },
  ],
});
