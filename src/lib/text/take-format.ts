/** Words of taking a ready agenda into a room that has not begun. */
export const takeFormat = {
  heading: 'Take a format',
  hint: 'Its parts take the place of those above, in as much time. The title stays.',
  format: 'Format',
  use: 'Use this format',
  used: (name: string) => `The agenda is now: ${name}.`,
} as const;
