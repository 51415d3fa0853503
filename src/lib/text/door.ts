/** Words at the door of a room: for whoever is outside, and for those who let them in. */
export const door = {
  waitingTitle: 'You are at the door',
  waitingText:
    'Whoever facilitates sees that you wait and can let you in. Keep this page open; it goes on by itself.',
  stopWaiting: 'Do not wait',
  turnedAwayTitle: 'Not this time',
  turnedAwayText:
    'Whoever facilitates has not let you in. That may be a mix-up: ask them, then open the link again.',
  removedTitle: 'You are not in this room any more',
  removedText: 'A facilitator has taken your seat away. If that is a mix-up, talk to them.',
  movedTitle: 'You go on on another device',
  movedText:
    'Your seat is there now. Notes that you revealed from here can be changed or withdrawn only in this browser; to do that, take your seat back to it.',

  waitingList: 'Waiting to come in',
  waits: (who: string) => `${who} waits to come in`,
  waitMore: (count: number) => (count === 1 ? '1 more waits to come in' : `${count} more wait to come in`),
  showWaiting: 'Show them',
  admit: 'Let in',
  admitOf: (who: string) => `Let in: ${who}`,
  refuse: 'Not now',
  refuseOf: (who: string) => `Not now: ${who}`,
} as const;
