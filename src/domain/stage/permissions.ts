/**
 * Who may ask for what, and when it makes sense: the one table. Read at every command with the role that the seat has
 * then; `docs/permissions.md` shows it, and its tests ask for everything that it does not allow.
 */
import type { Command } from '#protocol/commands.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { Role } from '#protocol/ids.ts';
import type { StageState } from './state.ts';

type Phase = StageState['phase'];

export interface Permission {
  readonly roles: readonly Role[];
  readonly phases: readonly Phase[];
}

const facilitators: readonly Role[] = ['facilitator'];
const participants: readonly Role[] = ['participant'];
const writers: readonly Role[] = ['facilitator', 'participant'];

const lobby: readonly Phase[] = ['lobby'];
const running: readonly Phase[] = ['running'];
const open: readonly Phase[] = ['lobby', 'running'];
const closed: readonly Phase[] = ['closed'];
const always: readonly Phase[] = ['lobby', 'running', 'closed'];

export const permissions: Readonly<Record<Command['type'], Permission>> = {
  startMeeting: { roles: facilitators, phases: lobby },
  pauseClock: { roles: facilitators, phases: running },
  resumeClock: { roles: facilitators, phases: running },
  extendTime: { roles: facilitators, phases: running },
  goNext: { roles: facilitators, phases: running },
  goBack: { roles: facilitators, phases: running },
  repeatSegment: { roles: facilitators, phases: running },
  skipSegment: { roles: facilitators, phases: running },
  setRoundMode: { roles: facilitators, phases: open },
  setFacilitatorWrites: { roles: facilitators, phases: open },
  askReveal: { roles: facilitators, phases: open },
  cancelReveal: { roles: facilitators, phases: running },
  bringEveryone: { roles: facilitators, phases: running },

  openVote: { roles: facilitators, phases: open },
  openPoll: { roles: facilitators, phases: open },
  setVoteBudget: { roles: facilitators, phases: open },
  grantBallots: { roles: facilitators, phases: open },
  castBallot: { roles: writers, phases: open },
  closePoll: { roles: facilitators, phases: open },
  cancelPoll: { roles: facilitators, phases: open },
  orderTopics: { roles: facilitators, phases: open },
  openTopic: { roles: facilitators, phases: running },

  takeAction: { roles: writers, phases: open },
  confirmPosition: { roles: writers, phases: open },
  closeRoom: { roles: facilitators, phases: open },
  reopenRoom: { roles: facilitators, phases: closed },

  addSegment: { roles: facilitators, phases: open },
  duplicateSegment: { roles: facilitators, phases: open },
  changeSegment: { roles: facilitators, phases: open },
  moveSegment: { roles: facilitators, phases: open },
  removeSegment: { roles: facilitators, phases: open },
  restoreSegment: { roles: facilitators, phases: open },
  setSegmentNotes: { roles: facilitators, phases: open },
  setAgenda: { roles: facilitators, phases: open },
  undoAgenda: { roles: facilitators, phases: open },
  setGoal: { roles: facilitators, phases: open },
  setBuffer: { roles: facilitators, phases: open },
  fitAgenda: { roles: facilitators, phases: open },
  putLens: { roles: facilitators, phases: open },
  dropLens: { roles: facilitators, phases: open },

  planStart: { roles: facilitators, phases: lobby },
  setExpected: { roles: facilitators, phases: open },
  markRead: { roles: writers, phases: open },
  openEarly: { roles: facilitators, phases: lobby },
  closeEarly: { roles: facilitators, phases: lobby },

  setRole: { roles: facilitators, phases: always },
  handOver: { roles: facilitators, phases: open },
  takeBack: { roles: participants, phases: open },
  askToFacilitate: { roles: participants, phases: open },
  objectToFacilitator: { roles: writers, phases: open },
  removeSeat: { roles: facilitators, phases: always },
  setDoor: { roles: facilitators, phases: always },
  answerKnock: { roles: facilitators, phases: always },
  lockBoard: { roles: facilitators, phases: open },
  hideNote: { roles: facilitators, phases: always },
  makeSafetyTopic: { roles: facilitators, phases: open },
  passLens: { roles: writers, phases: running },
  offerSwap: { roles: writers, phases: running },
  answerSwap: { roles: writers, phases: running },
};

export function mayCommand(role: Role, type: Command['type']): boolean {
  return permissions[type].roles.includes(role);
}

/** The role first: nobody learns of the moment what is not theirs to do. */
export function mayCommandNow(role: Role, phase: Phase, type: Command['type']): Outcome {
  const permission = permissions[type];
  if (!mayCommand(role, type)) return { ok: false, code: 'not-yours-to-do' };
  if (permission.phases.includes(phase)) return { ok: true };
  return { ok: false, code: phase === 'closed' ? 'room-closed' : 'wrong-moment' };
}
