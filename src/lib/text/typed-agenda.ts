/** Words of an agenda that is typed as Markdown and not used yet. */
export const typedAgenda = {
  discard: 'Discard what I wrote',
  discarded: 'What you wrote is discarded.',
  back: 'What you wrote stands there again.',
  replaced: 'You have gone on writing, so what you discarded cannot come back.',
} as const;
