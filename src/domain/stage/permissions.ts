/** Who may ask for what. Read at every command with the role the seat has then. */
import type { Command } from '#protocol/commands.ts';
import type { Role } from '#protocol/ids.ts';

const facilitators: readonly Role[] = ['facilitator'];
const writers: readonly Role[] = ['facilitator', 'participant'];

const permissions: Readonly<Record<Command['type'], readonly Role[]>> = {
  startMeeting: facilitators,
  pauseClock: facilitators,
  resumeClock: facilitators,
  extendTime: facilitators,
  goNext: facilitators,
  goBack: facilitators,
  repeatSegment: facilitators,
  skipSegment: facilitators,
  setRoundMode: facilitators,
  setFacilitatorWrites: facilitators,
  askReveal: facilitators,
  cancelReveal: facilitators,
  bringEveryone: facilitators,
  openVote: facilitators,
  openPoll: facilitators,
  setVoteBudget: facilitators,
  grantBallots: facilitators,
  castBallot: writers,
  closePoll: facilitators,
  cancelPoll: facilitators,
  orderTopics: facilitators,
  openTopic: facilitators,
  takeAction: writers,
  confirmPosition: writers,
  closeRoom: facilitators,
  reopenRoom: facilitators,
};

export function mayCommand(role: Role, type: Command['type']): boolean {
  return permissions[type].includes(role);
}
