/** Lenses that change hands, on real sockets: who may ask, what everybody sees, and when a question is gone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, untilGone, type LiveRoom } from '../support/live-room.ts';

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
let ben: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  ben = await live.join('Ben');
  for (const person of [live.mara, ana, ben]) await person.stage.connect();
  const { stage } = live.mara;
  await stage.command({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
  await stage.command({ type: 'startMeeting' });
  while (stage.state?.current !== 'gather') await stage.command({ type: 'goNext' });
  await ana.stage.until(() => lensOf(ana) !== undefined && lensOf(ben) !== undefined);
});
afterEach(() => live.close());

const round = () => ana.stage.state?.gathers['gather']?.rounds.at(-1);
const lensOf = ({ seat }: HeadlessPerson) => round()?.held[seat];

describe('lenses that change hands', () => {
  it('[LENS-1] are passed by whoever holds one, and everybody sees it', async () => {
    const before = lensOf(ana);
    expect(await ana.stage.command({ type: 'passLens' })).toMatchObject({ ok: true });
    await live.mara.stage.until(
      () => live.mara.stage.state?.gathers['gather']?.rounds[0]?.held[ana.seat] !== before,
    );
  });

  it('[LENS-2] are swapped when the other one says yes', async () => {
    const [ofAna, ofBen] = [lensOf(ana), lensOf(ben)];
    await ana.stage.command({ type: 'offerSwap', to: ben.seat });
    expect(await ben.stage.command({ type: 'answerSwap', from: ana.seat, accept: true })).toMatchObject({
      ok: true,
    });
    await ana.stage.until(() => lensOf(ana) === ofBen && lensOf(ben) === ofAna);
    expect(round()?.offers).toEqual({});
  });

  it('are none of an observer’s business', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    for (const command of [
      { type: 'passLens' },
      { type: 'offerSwap', to: ana.seat },
      { type: 'answerSwap', from: ana.seat, accept: true },
    ] as const)
      expect(await wall.stage.command(command)).toEqual({ ok: false, code: 'not-yours-to-do' });
  });

  it('[LENS-2] are not asked for any more by somebody who has been gone for a while', async () => {
    await ana.stage.command({ type: 'offerSwap', to: ben.seat });
    await ana.stage.until(() => round()?.offers[ana.seat] === ben.seat);
    ben.stage.disconnect();
    await untilGone(live, 'Ben');
    clock.advance(limits.presenceGraceMs + 1_000);
    await ana.stage.until(() => Object.keys(round()?.offers ?? {}).length === 0);
  });
});
