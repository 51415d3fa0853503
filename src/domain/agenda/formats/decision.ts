import { planFormat, type Format } from './format.ts';

export const decision: Format = planFormat({
  id: 'decision',
  use: 'One decision with a published pre-read',
  note: 'If still stuck at “Resolve”: branch to a time-boxed spike (question, owner, end date ≤ 5 working days, evidence that would settle it, reconvene date). Still stuck at the second meeting: escalate with a neutral summary.',
  prompts: [
    { id: 'facts', name: 'Facts', question: 'What do we know, and from where?' },
    { id: 'options', name: 'Options', question: 'Which options, including doing nothing?' },
    { id: 'trade-offs', name: 'Trade-offs', question: 'What does each option win and cost?' },
    { id: 'risks', name: 'Risks', question: 'What could make us regret it, and how would we notice?' },
    { id: 'objections', name: 'Objections', question: 'What would have to change for you to live with it?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Frame',
      minutes: 3,
      question: 'Which one question do we answer, who decides, by which rule?',
    },
    {
      activity: 'read',
      title: 'Silent read',
      minutes: 10,
      question: 'Is anything missing that would change your mind?',
    },
    {
      activity: 'discuss',
      title: 'Clarify',
      minutes: 7,
      question: 'Do we share the same facts?',
      aloud: ['facts'],
    },
    {
      activity: 'discuss',
      title: 'Trade-offs per option',
      minutes: 16,
      question: 'What do we give up with each option?',
      aloud: ['options', 'trade-offs'],
    },
    {
      activity: 'gather',
      title: 'Risks by lens',
      minutes: 8,
      question: 'What does each lens fear most about the leading option?',
      aloud: ['risks'],
      lenses: ['user', 'oncall', 'product', 'security'],
    },
    {
      activity: 'vote',
      title: 'Fist of five',
      minutes: 4,
      question: 'Can everyone live with it and support it?',
    },
    {
      activity: 'discuss',
      title: 'Resolve low scores',
      minutes: 6,
      question: 'What is the smallest change that turns a 0–2 into a 3?',
      aloud: ['objections'],
    },
    {
      activity: 'decide',
      title: 'Record',
      minutes: 5,
      question: 'What is decided, what is rejected, and when do we look again?',
    },
    { activity: 'close', title: 'Close', minutes: 1, question: 'Who needs to hear this, from whom, today?' },
  ],
});
