import { describe, expect, it } from 'vitest';
import type { SeatPresence } from '#protocol/stage-wire.ts';
import { isAnonymityWeak } from '$lib/components/gather/few-writers.ts';
import { isUnrevealed, unrevealed } from '$lib/components/gather/unrevealed.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const here = (seat: string, connected = true): SeatPresence => ({
  ...{ seat, connected, ready: false, lookingAt: null, hand: null, holding: [], needsMinute: false },
});

describe('weak anonymity', () => {
  it('is said where fewer than three are here to write', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.join('obi', 'observer');
    const { stage } = meeting;
    expect(
      isAnonymityWeak(
        stage,
        ['mara', 'ana', 'obi'].map((seat) => here(seat)),
      ),
    ).toBe(true);
    expect(isAnonymityWeak(stage, [here('mara'), here('ana'), here('ben', false)])).toBe(true);
    expect(
      isAnonymityWeak(
        stage,
        ['mara', 'ana', 'ben'].map((seat) => here(seat)),
      ),
    ).toBe(false);
    expect(isAnonymityWeak(stage, [])).toBe(false);
  });

  it('is not said where notes carry names anyway', () => {
    const { stage } = new Meeting({ named: true });
    expect(isAnonymityWeak(stage, [here('mara')])).toBe(false);
  });
});

describe('notes that wait for a reveal', () => {
  it('are none where people let go of their notes themselves', () => {
    const meeting = new Meeting();
    const { segments, bufferMs, title } = meeting.stage;
    meeting.goTo('gather');
    expect(unrevealed(meeting.stage).map(({ id }) => id)).toEqual(['gather']);
    const own = segments.map((segment) => ({
      ...segment,
      policy: segment.id === 'gather' ? ('own' as const) : segment.policy,
    }));
    meeting.emit([{ at: meeting.now, type: 'agendaSet', segments: own, budgets: {}, bufferMs, title }]);
    expect(unrevealed(meeting.stage)).toEqual([]);
    expect(isUnrevealed(meeting.stage, 'gather')).toBe(false);
  });
});
