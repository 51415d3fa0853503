import { planFormat, type Format } from './format.ts';

export const fourLs: Format = planFormat({
  id: '4ls',
  use: 'End of a phase or project',
  prompts: [
    { id: 'liked', name: 'Liked', question: 'What would you choose to have again?' },
    { id: 'learned', name: 'Learned', question: 'What do you know now that you did not know before?' },
    { id: 'lacked', name: 'Lacked', question: 'What was missing when you needed it?' },
    { id: 'longed-for', name: 'Longed for', question: 'What did you wish existed?' },
  ],
  steps: [
    {
      activity: 'check-in',
      title: 'Check-in',
      minutes: 4,
      question: 'What period are we looking at, and why now?',
    },
    {
      activity: 'gather',
      title: 'Silent writing',
      minutes: 12,
      question: 'What should the next team like us know?',
      prompts: ['liked', 'learned', 'lacked', 'longed-for'],
    },
    {
      activity: 'group',
      title: 'Sub-groups, one L each',
      minutes: 12,
      question: 'What pattern runs through this column?',
    },
    { activity: 'discuss', title: 'Report back', minutes: 8, question: 'What surprised each sub-group?' },
    { activity: 'vote', title: 'Vote', minutes: 4, question: 'Which patterns are worth acting on?' },
    {
      activity: 'decide',
      title: 'Decide',
      minutes: 14,
      question: 'What do we change, and what do we write down for others?',
    },
    { activity: 'close', title: 'Close: ROTI', minutes: 6, question: 'What would make the next one better?' },
  ],
});
