import { incidentRoles } from '../../src/domain/board/incident-parts.ts';
import { oneLine } from '../../src/domain/record/exports/one-line.ts';
import type { RecordedIncident, RoomRecord } from '../../src/domain/record/room-record.ts';

/**
 * The same words in every position in which a person's words can stand; `long` in those that keep their lines. No
 * position is there twice.
 */
export function recordWith(words: string, long: string = words): RoomRecord {
  const text = (id: string) => [{ id, text: words, signedBy: words }];
  const counts = [{ choice: words, label: words, count: 4 }];
  return {
    schema: 'hearth-record-1',
    room: 'abc',
    revision: 7,
    title: words,
    format: { id: 'heart-heat', name: 'Heart and heat' },
    openedAt: '2026-11-21T09:55:00.000Z',
    startedAt: '2026-11-21T10:00:00.000Z',
    closedAt: '2026-11-21T11:02:00.000Z',
    closedAnyway: true,
    whyClosed: words,
    openItems: [{ kind: 'action', title: words, lacks: ['owner', 'due'] }],
    minutes: { planned: 60, actual: 62, paused: 0 },
    facilitator: words,
    people: [words, 'Bo'],
    headlines: { users: words, cost: words, need: words },
    decisions: [
      {
        ...{ id: 'd1', topic: words, text: words, status: 'superseded', supersededBy: words },
        ...{ context: long, rejected: long, risks: long, confirmation: long, revisit: '2027-01-15' },
        options: [{ id: 'o1', title: words, good: long, bad: long }],
        fist: counts,
      },
    ],
    spikes: [
      {
        ...{ id: 's1', topic: words, question: words, owner: words, evidence: words, lacks: ['reconvene'] },
        ...{ ends: '2026-11-27', reconvene: null },
      },
    ],
    escalations: [
      {
        ...{ id: 'e1', topic: words, needed: words, whom: words, by: '2026-12-01', lacks: [] },
        positions: [{ id: 'q1', holder: words, text: words, confirmed: true }],
        ...{ risks: long, tried: long, fallback: long },
      },
    ],
    letGo: [{ id: 'l1', topic: words, why: words }],
    actions: [
      {
        ...{ id: 'a1', title: words, owner: words, due: '2026-12-04', consent: 'taken' },
        ...{ check: words, toSelf: words, toTeammate: words, outcome: 'd1', topic: words, lacks: [] },
        aim: 'prevent',
      },
    ],
    continues: words,
    earlier: [
      {
        ...{ id: 'f1', title: words, owner: words, due: '2026-11-20', aim: 'detect' as const },
        ...{ fate: 'moved' as const, movedTo: '2026-12-11', why: words },
      },
    ],
    wins: text('w1').map((win) => ({ ...win, segment: words, prompt: words })),
    topics: [
      {
        ...{
          id: 't1',
          title: words,
          merged: [words],
          votes: 3,
          rank: 1,
          tied: false,
          opened: true,
          minutes: long,
        },
        ...{ notes: text('n1'), outcome: 'decision' },
      },
    ],
    polls: [
      {
        ...{ question: 'roti', text: words, segment: words, topic: words, scale: words, counts },
        ...{ votes: null, budget: null, hidden: false, answered: 4, ballots: 5 },
        extra: [{ name: words, ballots: 1 }],
      },
      {
        ...{ question: 'vote', text: 'Votes', segment: null, topic: null, scale: null, counts: null },
        votes: [{ topic: words, count: 4 }],
        ...{ budget: { votes: 3, cap: 2 }, hidden: false, answered: 4, ballots: 5, extra: [] },
      },
    ],
    segments: [
      {
        ...{ id: 's1', activity: 'gather', title: words, question: words },
        ...{ plannedMinutes: 16, announcedMinutes: 15, actualMinutes: 17.5, status: 'done', revealed: true },
        notes: [{ heading: words, question: words, notes: text('n1') }],
        coverage: [{ lens: 'user', name: words, held: 4, notes: 1 }],
        unanswered: [words],
      },
    ],
    removedSegments: [{ id: 's2', title: words, announcedMinutes: 3 }],
  };
}

/** The same of a room that looked back on an incident. No words make an address of the source as it is without one. */
export function reviewWith(
  words: string,
  long: string = words,
  source = `see ${oneLine(words)}`,
): RoomRecord & { incident: RecordedIncident } {
  const record = recordWith(words, long);
  const luck = { id: 'w2', text: words, signedBy: words, segment: words, prompt: 'Luck' };
  return {
    ...record,
    wins: [...record.wins, luck],
    incident: {
      ...{ summary: long, impact: long, detection: long, resolution: long, wentBadly: long, messages: long },
      timeline: [{ id: 'x1', at: '2026-11-21T14:05:00.000Z', what: words, source }],
      roles: incidentRoles.map((role) => ({ role, who: long })),
    },
  };
}
