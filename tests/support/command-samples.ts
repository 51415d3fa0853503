/** One valid command of each type, so that a refusal is for who asks or when, and never for how it is written. */
import type { SegmentDraft } from '../../src/protocol/agenda.ts';
import type { Command, CommandOf } from '../../src/protocol/commands.ts';

type Samples = { readonly [Type in Command['type']]: Omit<CommandOf<Type>, 'type'> };

const moment = Date.UTC(2026, 10, 24, 9);
const hash = 'a'.repeat(64);
const segment: SegmentDraft = {
  activity: 'talk',
  title: 'A word about pigeons',
  question: 'What do they know?',
  minutes: 5,
  policy: 'none',
  lenses: [],
  rounds: 1,
  prompts: [],
  preReads: [],
  checkIn: 'none',
};

const bodies: Samples = {
  startMeeting: {},
  pauseClock: {},
  resumeClock: {},
  extendTime: { minutes: 5 },
  goNext: {},
  goBack: {},
  repeatSegment: {},
  skipSegment: {},
  setRoundMode: { segment: 'gather', mode: 'distributed' },
  setFacilitatorWrites: { writes: true },
  askReveal: { segment: 'gather' },
  cancelReveal: { segment: 'gather' },
  bringEveryone: {},

  openVote: { segment: 'vote' },
  openPoll: { question: 'safety' },
  setVoteBudget: { poll: 'p1', budget: 3, cap: 2 },
  grantBallots: { poll: 'p1', seat: 'ana', extra: 1 },
  castBallot: { poll: 'p1', ballot: { answers: ['4'] } },
  closePoll: { poll: 'p1' },
  cancelPoll: { poll: 'p1' },
  orderTopics: { segment: 'discuss', order: ['t1'] },
  openTopic: { topic: 't1' },

  takeAction: { action: 'a1', hash },
  confirmPosition: { position: 'o1', hash },
  closeRoom: { anyway: true, why: 'Out of time' },
  reopenRoom: {},

  addSegment: { segment, before: null },
  duplicateSegment: { segment: 'vote' },
  changeSegment: { segment: 'vote', change: { title: 'Vote once' } },
  moveSegment: { segment: 'vote', before: null },
  removeSegment: { segment: 'vote' },
  restoreSegment: { segment: 'vote', before: null },
  setSegmentNotes: { segment: 'vote', notes: 'Remind them of the budget.' },
  setAgenda: { title: 'Another title', lenses: [], segments: [{ ...segment, notes: '' }] },
  undoAgenda: { rev: 1 },
  setGoal: { minutes: 45 },
  setBuffer: { minutes: 4 },
  fitAgenda: {},
  putLens: {
    lens: {
      ...{ id: 'pigeon', name: 'Pigeon', letter: 'P', icon: 'bird' },
      questions: ['What do they see?', 'What do they want?', 'What do they fear?'],
    },
  },
  dropLens: { lens: 'pigeon' },

  planStart: { start: { at: moment, zone: 'Europe/Berlin' } },
  setExpected: { people: [{ name: 'Ana', reason: 'was on call' }] },
  markRead: { preRead: 'r1', read: true },
  openEarly: { segments: ['gather'], until: moment },
  closeEarly: {},

  setRole: { seat: 'ana', role: 'facilitator' },
  handOver: { seat: 'ana' },
  takeBack: {},
  askToFacilitate: {},
  objectToFacilitator: {},
  removeSeat: { seat: 'ana' },
  setDoor: { door: 'ask' },
  answerKnock: { seat: 'ana', admit: true },
  lockBoard: { locked: true },
  hideNote: { note: 'n1' },
  makeSafetyTopic: {},
  passLens: {},
  offerSwap: { to: 'ana' },
  answerSwap: { from: 'ana', accept: true },
};

export const samples = Object.entries(bodies).map(([type, body]) => ({ type, ...body }) as Command);
