import type { Role } from '#protocol/ids.ts';
import { people } from './dates.ts';

export const join = {
  pageTitle: 'Join a room on Hearth',
  opening: 'Looking for the room',
  joining: (role: Role) => (role === 'observer' ? 'You can watch' : 'You are joining'),
  closed: 'This room is closed',
  closedHint: 'The meeting is over. Everybody with the link can read what came out of it.',
  readRecord: 'Read the record',
  facilitator: (name: string | null) =>
    name ? `${name} facilitates` : 'The facilitator has not given a name yet',
  asFacilitator: 'This link makes you a facilitator.',
  watchesNow: 'So far you watch. This link lets you take part.',
  goOnWatching: 'Go on watching',
  seatedAs: (name: string) => `You are in this room as ${name}.`,
  raises: (title: string) =>
    `This link makes you a facilitator of “${title}”. You keep your name, your desk and your notes.`,
  raise: 'Become a facilitator',
  asBefore: 'Go in as before',
  here: (names: readonly string[]) =>
    names.length === 0
      ? 'Nobody is here yet; you are the first.'
      : `${people(names.length)} here: ${names.join(', ')}`,
  asksAtDoor: 'People are let in one by one, so you will wait a moment.',
  moves: (name: string) => `This link brings the seat of ${name || 'a facilitator'} to this browser.`,
  movesHint: (title: string) =>
    `You go on in “${title}” here, with the same name, desk and votes. The other browser is let go; notes that were revealed there can be changed only there.`,
  movesReplaces: 'The seat that this browser has now stays behind empty.',
  move: 'Go on here',
  whoSees:
    'Drafts are yours alone until they go to the board. Teammates, the facilitator and observers see the board, decisions and actions; whoever operates this server could read everything.',
  whoSeesWatching:
    'You see the board, decisions and actions, and change nothing. Others see that somebody watches; whoever operates this server could read everything.',
  name: 'Your name',
  nameMissing: 'Tell the others who you are; a first name will do.',
  enter: 'Join',
  watch: 'Watch without taking part',
  entering: 'Joining',
  noSecret: 'This link is not complete.',
  noSecretNext: 'The part behind # opens the room. Copy the whole link again, or ask for a new one.',
  asSeated: 'Go in with the seat I have',
} as const;
