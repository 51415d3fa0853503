import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAgenda } from '../../src/domain/agenda/markdown/read-agenda.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import { errors } from '../../src/protocol/errors.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { Browser, join, startMeeting, type Meeting } from '../support/people.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_ROOMS_PER_HOUR: '0' } });
});
afterAll(() => server.close());

const { title, ...agenda } = readAgenda(`# Launch review
- 8m read: What is missing?
  - pre-read: What support heard
    > Refunds were asked for twice.
- 10m gather: What did we miss?
  - prompt: Signs: What could we have seen?
  - policy: own
- 9m gather: Who was hurt?
  - lenses: legal, user
  - notes: Ask Amara first
- 5m decide
- 4m buffer
- lens: Legal
  - id: legal
  - icon: scale
  - question: One?
  - question: Two?
  - question: Three?`).agenda;

async function stageOf(meeting: Pick<Meeting, 'room'>, cookie: string): Promise<StageState> {
  const stage = new HeadlessStage(server.origin, meeting.room, cookie);
  const state = await stage.connect();
  stage.disconnect();
  return state;
}

describe('starting a room with an agenda of one’s own', () => {
  it('[OPEN-1] keeps it as it stands, with ids from the server, its buffer and its lenses', async () => {
    const meeting = await startMeeting(server.origin, { title, minutes: 45, agenda });
    const stage = await stageOf(meeting, meeting.facilitator.cookie);
    expect(stage).toMatchObject({ title: 'Launch review', format: 'own', minutes: 45, bufferMs: 4 * 60_000 });
    expect(stage.ownLenses).toEqual(agenda.lenses);
    const withoutIds = stage.segments.map(({ id: _, prompts, preReads, ...segment }) => ({
      ...segment,
      prompts: prompts.map(({ id: _, ...prompt }) => prompt),
      preReads: preReads.map(({ id: _, ...preRead }) => preRead),
    }));
    expect(withoutIds).toEqual(agenda.segments.map(({ notes: _, ...segment }) => segment));
    const ids = stage.segments.flatMap(({ id, prompts, preReads }) => [
      id,
      ...[...prompts, ...preReads].map((one) => one.id),
    ]);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9_-]{1,32}$/);
    expect(Object.keys(stage.gathers)).toEqual([stage.segments[1]?.id, stage.segments[2]?.id]);
  });

  it('[BEFORE-1] expects the people who are named with it, for the reasons that are given', async () => {
    const expected = [
      { name: 'Ana', reason: 'was on call' },
      { name: 'Bo', reason: '' },
    ];
    const meeting = await startMeeting(server.origin, { title, expected });
    expect((await stageOf(meeting, meeting.facilitator.cookie)).expected).toEqual(expected);
    const crowd = Array.from({ length: 51 }, (_, i) => ({ name: `Ana ${i}`, reason: '' }));
    const refused = await new Browser(server.origin).post('/api/rooms', { title: 'B', expected: crowd });
    expect(refused.status).toBe(400);
  });

  it('[OPEN-1] tells its notes to facilitators alone', async () => {
    const meeting = await startMeeting(server.origin, { title, agenda });
    const ana = await join(meeting, 'Ana');
    const { facilitatorNotes, segments } = await stageOf(meeting, meeting.facilitator.cookie);
    expect(facilitatorNotes).toEqual({ [segments[2]?.id ?? '']: 'Ask Amara first' });
    expect(JSON.stringify(await stageOf(meeting, ana.cookie))).not.toContain('Amara');
  });

  it.each([
    ['the same lens twice', 'bad-input', { lenses: [...agenda.lenses, ...agenda.lenses] }],
    [
      'a lens of the catalogue as its own',
      'bad-input',
      { lenses: agenda.lenses.map((lens) => ({ ...lens, id: 'user' })) },
    ],
    ['a lens that it does not bring', 'lens-unknown', { lenses: [] }],
    [
      'notes where there are none',
      'segment-unclear',
      { segments: agenda.segments.map((segment) => ({ ...segment, policy: 'reveal' })) },
    ],
    ['nothing to do', 'bad-input', { segments: [] }],
  ] as const)('[OPEN-1] refuses %s', async (_what, code, change) => {
    const body = { title: 'A', agenda: { ...agenda, ...change } };
    const response = await new Browser(server.origin).post('/api/rooms', body);
    expect(response.status).toBe(errors[code].status);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('starting a room whose notes carry names', () => {
  it.each([true, false])('[OPEN-2] says so on its stage: %s', async (named) => {
    const meeting = await startMeeting(server.origin, { named });
    expect((await stageOf(meeting, meeting.facilitator.cookie)).named).toBe(named);
  });
});
