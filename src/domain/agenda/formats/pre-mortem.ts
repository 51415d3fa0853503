import { planFormat, type Format } from './format.ts';

export const preMortem: Format = planFormat({
  id: 'pre-mortem',
  use: 'Before committing to a plan',
  prompts: [
    {
      id: 'failed',
      name: 'It failed because…',
      question: 'The plan has failed badly. Write why, as history.',
    },
    { id: 'early-sign', name: 'Early sign', question: 'What would we see weeks before?' },
    { id: 'prevent', name: 'Prevent', question: 'What do we change now?' },
    { id: 'limit', name: 'Limit', question: 'What do we prepare in case it happens anyway?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'State the plan',
      minutes: 6,
      question: 'What exactly are we about to do, and what counts as failure?',
    },
    {
      activity: 'gather',
      title: 'Imagine it failed; silent writing',
      minutes: 8,
      question: 'Looking back from the end date: what went wrong?',
      prompts: ['failed'],
    },
    {
      activity: 'group',
      title: 'Round robin, one reason each',
      minutes: 12,
      question: 'Which reasons have we not yet heard?',
    },
    {
      activity: 'vote',
      title: 'Vote: likely × harmful',
      minutes: 5,
      question: 'Which three would hurt most and could really happen?',
    },
    {
      activity: 'discuss',
      title: 'Signs and countermeasures',
      minutes: 18,
      question: 'What would we notice first, and what can we change today?',
      aloud: ['early-sign', 'prevent', 'limit'],
    },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 8,
      question: 'Which changes enter the plan, who owns each, when do we check?',
    },
    { activity: 'close', title: 'Close', minutes: 3, question: 'Do we go, change or wait?' },
  ],
});
