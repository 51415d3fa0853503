/** Words for whoever looks elsewhere than the meeting. */
export const away = {
  lookingAt: (title: string) => `You are looking at ${title}.`,
  meetingIn: (title: string) => `The meeting is in ${title}.`,
  notBegun: 'The meeting has not begun.',
  lobby: 'the lobby',
  follow: 'Back to the meeting',
  toLobby: 'Back to the lobby',
} as const;
