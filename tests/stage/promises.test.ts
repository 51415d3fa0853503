/** Words given over a real socket, on what stands on the board; leaving with something open, and coming back. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EarlierActions } from '../../src/domain/board/earlier.ts';
import { Outcomes } from '../../src/domain/board/outcomes.ts';
import { actionHash, isConfirmed, isTaken, positionHash } from '../../src/domain/stage/given-words.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let live: LiveRoom;
let mara: HeadlessPerson;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer({ env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
});
beforeEach(async () => {
  live = await openLiveRoomOn(server);
  mara = live.mara;
  ana = await live.join('Ana');
  for (const person of [mara, ana]) {
    await person.stage.connect();
    await person.open('board');
  }
});
afterEach(() => live.close());
afterAll(() => server.close());

const outcomesOf = (person: HeadlessPerson) => new Outcomes(person.boardDocument.doc, { kind: 'own' });
const actionOf = (person: HeadlessPerson) => person.board().readActions()[0];
const positionOf = (person: HeadlessPerson) => outcomesOf(person).readPositions()[0];

/** What Mara has written is on the disk, so the server knows it, and in front of Ana. */
async function reaches(person: HeadlessPerson, is: () => boolean): Promise<void> {
  await person.boardDocument.until(is);
}

/** Asked of Ana. */
async function promise(title = 'Test the restore') {
  const board = mara.board();
  board.together(() => {
    board.addAction('a1', title);
    board.setOwner('a1', { kind: 'seat', seat: ana.seat });
    board.setDue('a1', '2026-12-04');
  });
  await reaches(ana, () => actionOf(ana)?.title === title);
  const action = actionOf(ana);
  if (!action) throw new Error('no action');
  return action;
}

async function state(text = 'We must ship') {
  mara.board().addDecision('d1');
  const outcomes = outcomesOf(mara);
  outcomes.setKind('d1', 'escalation');
  outcomes.addPosition('p1', 'd1', { kind: 'seat', seat: ana.seat });
  outcomes.textOf('positions', 'p1', 'text')?.splice(0, 0, text);
  await reaches(ana, () => positionOf(ana)?.text === text);
  const position = positionOf(ana);
  if (!position) throw new Error('no position');
  return position;
}

describe('[LEAVE-2] taking an action', () => {
  it('is the owner’s word on it as it reads on the board, and everybody hears of it', async () => {
    const action = await promise();
    const take = { type: 'takeAction', action: 'a1', hash: actionHash(action) } as const;
    expect(await ana.stage.command(take)).toMatchObject({ ok: true });
    await mara.stage.until(() => isTaken(mara.stage.state!, action));
    expect(mara.stage.state?.consents).toEqual({ a1: { seat: ana.seat, hash: take.hash } });
  });

  it('T-42: cannot be done for somebody else, by a facilitator, an observer, or a seat named in the message', async () => {
    const action = await promise();
    const take = { type: 'takeAction', action: 'a1', hash: actionHash(action) } as const;
    expect(await mara.stage.command(take)).toEqual({ ok: false, code: 'not-yours-to-take' });
    const frame = { cmdId: 'claim', seat: ana.seat, command: { ...take, seat: ana.seat } };
    expect(await mara.stage.raw(frame)).toEqual({ ok: false, code: 'not-yours-to-take' });
    const wall = await live.watch();
    await wall.stage.connect();
    expect(await wall.stage.command(take)).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(mara.stage.state?.consents).toEqual({});
  });

  it('is a conflict where somebody has changed the text meanwhile, and is asked for again after', async () => {
    const action = await promise();
    mara.board().textOf('actions', 'a1')?.splice(0, 4, 'Practise');
    await reaches(ana, () => actionOf(ana)?.title.startsWith('Practise') ?? false);
    const take = (hash: string) => ana.stage.command({ type: 'takeAction', action: 'a1', hash });
    expect(await take(actionHash(action))).toEqual({ ok: false, code: 'conflict' });
    expect(await take(actionHash(actionOf(ana)!))).toMatchObject({ ok: true });
    mara.board().setDue('a1', '2026-12-11');
    await reaches(ana, () => actionOf(ana)?.due === '2026-12-11');
    expect(isTaken(ana.stage.state!, actionOf(ana)!)).toBe(false);
  });

  it('sent twice is done once', async () => {
    const action = await promise();
    const take = { type: 'takeAction', action: 'a1', hash: actionHash(action) } as const;
    const first = await ana.stage.command(take, { cmdId: 'once' });
    expect(await ana.stage.command(take, { cmdId: 'once' })).toEqual(first);
    expect(await ana.stage.command({ ...take, hash: null })).toMatchObject({ ok: true });
    expect(await ana.stage.command(take, { cmdId: 'once' })).toEqual(first);
    await ana.stage.until(() => Object.keys(ana.stage.state?.consents ?? {}).length === 0);
  });
});

describe('[LEAVE-2] confirming a position', () => {
  it('is for its holder, on the text as it stands', async () => {
    const position = await state();
    const confirm = { type: 'confirmPosition', position: 'p1', hash: positionHash(position) } as const;
    expect(await mara.stage.command(confirm)).toEqual({ ok: false, code: 'not-yours-to-take' });
    expect(await ana.stage.command({ ...confirm, hash: 'f'.repeat(64) })).toEqual({
      ok: false,
      code: 'conflict',
    });
    expect(await ana.stage.command(confirm)).toMatchObject({ ok: true });
    await mara.stage.until(() => isConfirmed(mara.stage.state!, position));
  });

  it.each(['', '…'])('is refused where it says nothing yet: “%s”', async (text) => {
    const position = await state(text);
    const confirm = { type: 'confirmPosition', position: 'p1', hash: positionHash(position) } as const;
    expect(await ana.stage.command(confirm)).toEqual({ ok: false, code: 'conflict' });
    expect(ana.stage.state?.confirmations).toEqual({});
  });
});

describe('[LEAVE-4] leaving', () => {
  const closing = { type: 'closeRoom', anyway: true } as const;

  it('with something open is refused until a facilitator says why, and the stage keeps both', async () => {
    await promise();
    expect(await mara.stage.command({ type: 'closeRoom', anyway: false })).toEqual({
      ok: false,
      code: 'open-items',
    });
    expect(await mara.stage.command(closing)).toEqual({ ok: false, code: 'reason-missing' });
    expect(await mara.stage.command({ ...closing, why: '  ' })).toEqual({ ok: false, code: 'bad-input' });
    expect(await mara.stage.command({ ...closing, why: ' Ana is\u202e ill ' })).toMatchObject({ ok: true });
    await ana.stage.until(() => ana.stage.state?.phase === 'closed');
    expect(ana.stage.state).toMatchObject({
      whyOpen: 'Ana is ill',
      openItems: [{ kind: 'action', id: 'a1', title: 'Test the restore', lacks: ['consent'] }],
    });
  });

  it('needs no reason once its owner has taken the action, and keeps none', async () => {
    const action = await promise();
    await ana.stage.command({ type: 'takeAction', action: 'a1', hash: actionHash(action) });
    expect(await mara.stage.command({ ...closing, why: 'Just so' })).toMatchObject({ ok: true });
    await ana.stage.until(() => ana.stage.state?.phase === 'closed');
    expect(ana.stage.state).toMatchObject({ whyOpen: null, openItems: [] });
    const take = { type: 'takeAction', action: 'a1', hash: null } as const;
    expect(await ana.stage.command(take)).toEqual({ ok: false, code: 'room-closed' });
  });

  it('[FOLLOW-3] is with something open where an action of the meeting before was dropped and nobody said why', async () => {
    const actions = [{ title: 'Rotate the keys', owner: 'Ana', due: null }];
    const next = await openLiveRoomOn(server, { title: 'Sprint 43', actions });
    const bo = await next.join('Bo');
    for (const person of [next.mara, bo]) await person.open('board');
    await next.mara.stage.connect();
    const [read, write] = [bo, next.mara].map(
      ({ boardDocument }) => new EarlierActions(boardDocument.doc, { kind: 'own' }),
    );
    await reaches(next.mara, () => write?.readEarlier().length === 1);
    const id = write?.readEarlier()[0]?.id ?? '';
    const close = () => next.mara.stage.command({ type: 'closeRoom', anyway: false });
    write?.setFate(id, 'dropped');
    await reaches(bo, () => read?.readEarlier()[0]?.fate === 'dropped');
    expect(await close()).toEqual({ ok: false, code: 'open-items' });
    write?.whyOf(id)?.splice(0, 0, 'The keys are gone');
    await reaches(bo, () => read?.readEarlier()[0]?.why !== '');
    expect(await close()).toMatchObject({ ok: true });
    await next.close();
  });

  it('[LEAVE-5] can be taken back by a facilitator alone, and people write and promise again on the same connections', async () => {
    await mara.stage.command(closing);
    await ana.stage.until(() => ana.stage.state?.phase === 'closed');
    expect(await ana.stage.command({ type: 'reopenRoom' })).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(await mara.stage.command({ type: 'reopenRoom' })).toMatchObject({ ok: true });
    expect(await mara.stage.command({ type: 'reopenRoom' })).toEqual({ ok: false, code: 'wrong-moment' });
    await ana.stage.until(() => ana.stage.state?.phase !== 'closed');
    const action = await promise();
    const take = { type: 'takeAction', action: 'a1', hash: actionHash(action) } as const;
    expect(await ana.stage.command(take)).toMatchObject({ ok: true });
  });
});
