/** Who may ask for what. Read at every command with the role the seat has then. */
import type { Command } from '#protocol/commands.ts';
import type { Role } from '#protocol/ids.ts';

const facilitators: readonly Role[] = ['facilitator'];

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
  closeRoom: facilitators,
};

export function mayCommand(role: Role, type: Command['type']): boolean {
  return permissions[type].includes(role);
}
