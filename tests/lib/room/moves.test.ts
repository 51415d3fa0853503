import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { sendFromHere, type MovableStage } from '../../../src/lib/room/moves.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';

const at = (current: string, rev: number, endsAt = 0) =>
  ({
    rev,
    phase: 'running',
    current,
    runs: {},
    gathers: {},
    clock: { kind: 'running', endsAt },
  }) as unknown as StageState;

/** A server whose stage is ahead of what this page shows, until the page asks. */
function stage(shown: StageState, real: StageState) {
  const sent: (number | undefined)[] = [];
  let state = shown;
  const here: MovableStage = {
    get state() {
      return state;
    },
    refresh: async () => void (state = real),
    send: async (_command: Command, expectedRev?: number): Promise<CommandAck> => {
      sent.push(expectedRev);
      const fits = expectedRev === undefined || expectedRev === real.rev;
      return fits ? { ok: true, rev: real.rev + 1 } : { ok: false, code: 'conflict' };
    },
  };
  return { here, sent };
}

describe('moving the room on', () => {
  test('is said of the revision that was seen', async () => {
    const { here, sent } = stage(at('wins', 7), at('wins', 7));
    expect(await sendFromHere(here, { type: 'goNext' })).toEqual({ ok: true, rev: 8 });
    expect(sent).toEqual([7]);
  });

  test('is said again when only something else had changed, such as somebody joining', async () => {
    const { here, sent } = stage(at('wins', 7), at('wins', 9));
    expect(await sendFromHere(here, { type: 'goNext' })).toEqual({ ok: true, rev: 10 });
    expect(sent).toEqual([7, 9]);
  });

  test('is refused when the room had moved already', async () => {
    const { here, sent } = stage(at('wins', 7), at('gather', 9));
    expect(await sendFromHere(here, { type: 'goNext' })).toEqual({ ok: false, code: 'conflict' });
    expect(sent).toEqual([7]);
  });

  test('other commands are meant whatever else changed', async () => {
    const { here, sent } = stage(at('wins', 7), at('gather', 9));
    expect(await sendFromHere(here, { type: 'extendTime', minutes: 1 })).toEqual({ ok: true, rev: 10 });
    expect(sent).toEqual([undefined]);
  });

  test('an answer to the bell is refused when somebody else has answered it by giving more time', async () => {
    const { here, sent } = stage(at('wins', 7, 1_000), at('wins', 9, 121_000));
    const answer = sendFromHere(here, { type: 'extendTime', minutes: 2 }, 'bell');
    expect(await answer).toEqual({ ok: false, code: 'conflict' });
    expect(sent).toEqual([7]);
  });

  test('an answer to the bell counts where only somebody has joined', async () => {
    const { here, sent } = stage(at('wins', 7, 1_000), at('wins', 8, 1_000));
    const answer = sendFromHere(here, { type: 'extendTime', minutes: 2 }, 'bell');
    expect(await answer).toEqual({ ok: true, rev: 9 });
    expect(sent).toEqual([7, 8]);
  });
});
