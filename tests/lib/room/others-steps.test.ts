import { describe, expect, test } from 'vitest';
import { OthersSteps } from '../../../src/lib/room/others-steps.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const next: Command = { type: 'goNext' };

/** A page that sees what is done to the meeting. */
function watching(meeting = new Meeting().goTo('wins')) {
  let now = 5_000;
  const steps = new OthersSteps(() => now);
  const sees = (act: () => unknown) => {
    const before = meeting.stage;
    act();
    steps.stageMoved(before, meeting.stage);
  };
  return { meeting, steps, sees, pass: (ms: number) => (now += ms) };
}

describe('a step of somebody else', () => {
  test('is fresh for most of a second', () => {
    const { meeting, steps, sees, pass } = watching();
    expect(steps.isFresh).toBe(false);
    sees(() => meeting.do(next));
    pass(790);
    expect(steps.isFresh).toBe(true);
    pass(10);
    expect(steps.isFresh).toBe(false);
  });

  test('is none where the meeting stays where it is, such as for a pause or somebody who comes', () => {
    const { meeting, steps, sees } = watching();
    sees(() => meeting.do({ type: 'pauseClock' }));
    sees(() => meeting.join('ana'));
    expect(steps.isFresh).toBe(false);
  });

  test('is none where it is one’s own, before its answer and behind it', async () => {
    const { meeting, steps, sees } = watching();
    let answer: (ack: CommandAck) => void = () => undefined;
    const asked = steps.heed(next, new Promise((resolve) => (answer = resolve)));
    sees(() => meeting.do(next));
    expect(steps.isFresh).toBe(false);
    answer({ ok: true, rev: meeting.stage.rev });
    await asked;
    expect(steps.isFresh).toBe(false);
    sees(() => meeting.do(next));
    expect(steps.isFresh).toBe(true);
  });

  test('is one where one’s own was refused for it', async () => {
    const { meeting, steps, sees } = watching();
    const asked = steps.heed(next, Promise.resolve({ ok: false, code: 'conflict' }));
    sees(() => meeting.do(next));
    await asked;
    expect(steps.isFresh).toBe(true);
  });
});
