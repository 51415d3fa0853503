/** Words about who leads, who is in the room, and what happens to a seat. */
import type { Door } from '#protocol/commands/hold.ts';
import type { Role } from '#protocol/ids.ts';
import { sentenceList, timeOfDay } from './dates.ts';
import { somebody } from './people.ts';

function facilitates(names: readonly string[]): string {
  const [name = '', ...others] = names;
  return others.length === 0
    ? `${somebody(name)} facilitates`
    : `${sentenceList(names.map(somebody))} facilitate`;
}

/** Whoever only watches may have no name, and there may be many of them. */
function leaving(names: readonly string[]): string {
  const named = names.filter((name) => name !== '');
  const nameless = names.length - named.length;
  if (named.length === 0) return '';
  return `: ${sentenceList(nameless === 0 ? named : [...named, `${nameless} without a name`])}`;
}

export const seats = {
  menuOf: (name: string) => `What ${somebody(name)} may do`,
  makeFacilitator: 'Let them facilitate too',
  makeParticipant: 'Make a participant again',
  stopFacilitating: 'Stop facilitating',
  handOver: 'Hand over to them',
  lowerHand: 'Lower their hand',
  remove: 'Remove from the room',
  takeBack: 'Facilitate again',
  noTakingBack: 'May not take it back',
  takesBackNoMore: (name: string) => `${somebody(name)} cannot take it back any more.`,
  confirmFacilitator: 'Let them facilitate for good',
  confirmedFacilitator: (name: string) => `${somebody(name)} facilitates, not only for now.`,
  facilitatesForNow: 'facilitates for now',
  forNow:
    'You facilitate for now. Deleting the room, a new link for facilitators, and taking a seat or a role from whoever led before are left to them.',
  madeFacilitator: (name: string) => `${somebody(name)} facilitates too.`,
  madeParticipant: (name: string) => `${somebody(name)} takes part.`,
  handedOver: (names: readonly string[]) => `${facilitates(names)} now. You can take it back under People.`,
  youTakePart: (names: readonly string[]) => `You take part now; ${facilitates(names)}.`,
  facilitates: 'You facilitate again.',
  facilitateAgain: (names: readonly string[]) => `${facilitates(names)} again, too.`,
  youFacilitate: 'You facilitate now.',
  youFacilitateForNow: 'You facilitate for now.',

  removeTitle: (name: string) => `Remove ${somebody(name)}?`,
  removeHint:
    'They are out at once. What they have not revealed stays on their own device and is revealed no more. What is on the board stays there.',
  removeComesBack: 'Whoever has a link can come again as somebody new. Make a new link, or close the door.',
  removeLeads: 'With the facilitators’ link they could lead again: make a new one, too.',
  removeGo: 'Remove',
  removed: (name: string) => `${somebody(name)} is not in the room any more.`,

  door: 'Who can come in',
  doors: {
    open: 'Everybody with a link',
    ask: 'I let each one in',
    locked: 'Nobody new',
  } satisfies Record<Door, string>,
  doorHint: 'Whoever is in already comes and goes. The facilitators’ link always works.',
  lock: 'Lock the board',
  lockHint: (named: boolean) =>
    named
      ? 'Only facilitators write on it then. Everybody’s own desk stays open.'
      : 'Only facilitators change it then, and notes wait on everybody’s own desk, which stays open.',
  lockedForYou:
    'Only facilitators write on it for the moment. Your own desk stays open, and what you add waits there.',
  lockedByYou: (named: boolean) =>
    named
      ? 'Nobody but facilitators writes on it.'
      : 'Nobody but facilitators changes it, and everybody’s notes wait until it is open again.',
  unlock: 'Open it',

  newLinks: 'New links',
  newLinksHint: 'A new link ends the old one at once.',
  newLinkFor: 'New link for',
  newLinkRoles: {
    participant: 'participants',
    observer: 'observers',
    facilitator: 'facilitators',
  } satisfies Record<Role, string>,
  cameBy: 'People who came by the old one',
  keep: 'stay',
  drop: 'have to leave',
  newLinkGo: 'Make a new link',
  dropTitle: 'Make a new link?',
  dropped: (names: readonly string[]) =>
    `${names.length === 1 ? '1 person has' : `${names.length} people have`} to leave${leaving(names)}. What they have not revealed stays on their own devices and is revealed no more.`,
  newLinkMade: (role: Role) =>
    role === 'facilitator'
      ? 'New facilitators’ link made. Keep a copy: it is known to this browser only.'
      : 'New link made. The old one opens nothing any more.',

  moveHint:
    'Scan this with the other device, or open the link there. It is good once; then this page is let go.',
  moveLink: 'Link for my seat',
  moveUntil: (until: number) =>
    `Good until ${timeOfDay(until)}. Whoever opens it first has your seat, so keep it to yourself.`,
  moveUnsent:
    'Some of your words are on this device only. Wait until everything is saved, or they stay behind.',
  moveKept: 'These notes can be changed, signed or withdrawn only in this browser:',
  moveLoading: 'Making the link',
  moveQr: 'QR code of the link for your seat',

  leaderless: 'Nobody facilitates right now.',
  leaderlessHint: 'You can take it on. The others have a moment to object.',
  leaderlessBack: 'You have led this meeting, and can again at once.',
  leaderlessWatch: 'A participant can take it on.',
  askToFacilitate: 'Ask to facilitate',
  willFacilitate: (name: string, seconds: number) => `${somebody(name)} will facilitate in ${seconds} s.`,
  youWillFacilitate: (seconds: number) => `You will facilitate in ${seconds} s, unless somebody objects.`,
  spokenSuccession: (name: string) =>
    `Nobody facilitates. ${somebody(name)} will in 20 seconds, unless somebody objects.`,
  object: 'Object',
  neverMind: 'Rather not',
  objected: 'Somebody objected. Agree on who facilitates, then ask again.',

  hideTitle: 'Hide this note for everybody?',
  hideHint:
    'Its words are taken off the board and out of the record, for good. Nobody is told who wrote it, you neither; only its author sees that it was hidden.',
  hideGo: 'Hide it',
  hidden: 'The note is hidden.',
} as const;
