import { describe, expect, it } from 'vitest';
import type { StageCommand } from '#domain/stage/handle.ts';
import { swapAskedBy, swapOutcome, type SwapAsked } from '$lib/components/gather/swap-outcome.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

/** Ana has asked somebody who holds another lens. */
function asked(): { meeting: Meeting; other: string; before: SwapAsked } {
  const meeting = new Meeting();
  meeting.joinMany(7);
  meeting.goTo('gather');
  const other =
    Object.keys(meeting.held).find((seat) => seat !== 'mara' && meeting.held[seat] !== meeting.held['ana']) ??
    '';
  by(meeting, 'ana', { type: 'offerSwap', to: other });
  const before = swapAskedBy(meeting.stage, 'ana');
  if (!before) throw new Error('nothing was asked');
  return { meeting, other, before };
}

function by(meeting: Meeting, seat: string, command: StageCommand): void {
  const outcome = meeting.ask(command, { seat, role: 'participant' });
  if (!outcome.ok) throw new Error(outcome.code);
}

const outcome = ({ stage }: Meeting, before: SwapAsked) => swapOutcome(before, stage, 'ana');

describe('asking somebody to swap lenses', () => {
  it('has no outcome while the question stands', () => {
    const { meeting, before } = asked();
    expect(outcome(meeting, before)).toBeNull();
  });

  it('ends with a yes', () => {
    const { meeting, other, before } = asked();
    by(meeting, other, { type: 'answerSwap', from: 'ana', accept: true });
    expect(outcome(meeting, before)).toBe('swapped');
    expect(swapAskedBy(meeting.stage, 'ana')).toBeNull();
  });

  it('ends with a no, also where the other one has passed theirs', () => {
    const declined = asked();
    by(declined.meeting, declined.other, { type: 'answerSwap', from: 'ana', accept: false });
    expect(outcome(declined.meeting, declined.before)).toBe('not-swapped');
    const passed = asked();
    by(passed.meeting, passed.other, { type: 'passLens' });
    expect(outcome(passed.meeting, passed.before)).toBe('not-swapped');
  });

  it('is not told of where one has passed the lens oneself, or the round is over', () => {
    const passed = asked();
    by(passed.meeting, 'ana', { type: 'passLens' });
    expect(outcome(passed.meeting, passed.before)).toBeNull();
    const over = asked();
    over.meeting.do({ type: 'goNext' });
    expect(outcome(over.meeting, over.before)).toBeNull();
  });
});
