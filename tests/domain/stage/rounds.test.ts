import { describe, expect, it } from 'vitest';
import { giveLensOnArrival } from '../../../src/domain/stage/arrivals.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { Meeting, minute } from './meeting.ts';

function group(size: number, plan = {}): Meeting {
  const meeting = new Meeting(plan);
  meeting.joinMany(size - 1);
  return meeting;
}

const lensesHeld = (meeting: Meeting) => new Set(Object.values(meeting.held));

describe('rounds', () => {
  it('share the minutes of the segment, each with its own end', () => {
    const meeting = group(4).goTo('gather');
    for (const round of [1, 2, 3, 4]) {
      meeting.goTo('gather', round);
      expect(leftMs(meeting.stage.clock, meeting.now)).toBe(4 * minute);
    }
    expect(meeting.gather.rounds.map(({ budgetMs }) => budgetMs)).toEqual(
      [4, 4, 4, 4].map((n) => n * minute),
    );
  });

  it('add up to the minutes of the segment when these cannot be divided', () => {
    const meeting = group(4, { minutes: 50 }).goTo('gather', 4);
    expect(meeting.run('gather').budgetMs).toBe(13 * minute);
    const total = meeting.gather.rounds.reduce((sum, { budgetMs }) => sum + budgetMs, 0);
    expect(total).toBe(meeting.run('gather').budgetMs);
    for (const { budgetMs } of meeting.gather.rounds) expect(budgetMs % 1000).toBe(0);
  });

  it('are gone through by Next, which leaves the segment only after the last', () => {
    const meeting = group(4).goTo('gather');
    for (const count of [2, 3, 4]) {
      expect(meeting.do({ type: 'goNext' })).toEqual(['roundStarted']);
      expect(meeting.gather.rounds).toHaveLength(count);
    }
    expect(meeting.do({ type: 'goNext' })).toEqual(['segmentLeft', 'segmentEntered']);
    expect(meeting.stage.current).toBe('group');
  });

  it('end with their own bell', () => {
    const meeting = group(4).goTo('gather', 2);
    meeting.pass(5 * minute);
    expect(meeting.events.at(-1)).toMatchObject({ type: 'bellRang', segment: 'gather', round: 1 });
    expect(meeting.gather.rounds).toHaveLength(2);
  });

  it('begin with a running clock when the one before was paused', () => {
    const meeting = group(4).goTo('gather');
    meeting.do({ type: 'pauseClock' });
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.clock.kind).toBe('running');
    expect(meeting.run('gather').visits[0]?.pausedMs).toBe(minute);
  });

  it('of a format with prompts are one, in which nobody holds a lens', () => {
    const meeting = group(8, { format: 'start-stop-continue' }).goTo('gather');
    expect(meeting.gather.rounds).toEqual([
      { mode: 'distributed', held: {}, budgetMs: 10 * minute, offers: {}, givenAway: {} },
    ]);
    meeting.join('zoe');
    expect(meeting.held).toEqual({});
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.current).toBe('group');
  });
});

describe('the mode of rounds', () => {
  it.each([
    [6, 'parallel'],
    [7, 'distributed'],
  ])('of %i people who write is %s', (size, mode) => {
    const meeting = group(size).goTo('gather');
    expect(meeting.gather.rounds[0]?.mode).toBe(mode);
    expect(meeting.gather.mode).toBe(mode);
    expect(lensesHeld(meeting).size).toBe(mode === 'parallel' ? 1 : 4);
  });

  it('counts who is connected and writes, not who was expected', () => {
    const meeting = group(8, { people: 12 });
    meeting.join('olaf', 'observer');
    meeting.leave('ana');
    meeting.leave('ben');
    expect(meeting.gather.mode).toBe('distributed');
    meeting.goTo('gather');
    expect(meeting.gather.mode).toBe('parallel');
    expect(Object.keys(meeting.held)).not.toContain('olaf');
    expect(Object.keys(meeting.held)).not.toContain('ana');
  });

  it('stays what it was when more people come later', () => {
    const meeting = group(5).goTo('gather');
    for (const seat of ['x1', 'x2', 'x3']) meeting.join(seat);
    meeting.do({ type: 'goNext' });
    expect(meeting.gather.rounds[1]?.mode).toBe('parallel');
  });

  it('is distributed with fewer rounds than lenses, and cannot be chosen otherwise', () => {
    const meeting = group(3, { minutes: 30 });
    const parallel = { type: 'setRoundMode', segment: 'gather', mode: 'parallel' } as const;
    expect(meeting.refusal(parallel)).toBe('wrong-moment');
    meeting.goTo('gather');
    expect(meeting.gather.rounds[0]?.mode).toBe('distributed');
  });

  it('can be chosen before, and from the next round on, but never changes inside one', () => {
    const meeting = group(4);
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
    meeting.goTo('gather');
    expect(lensesHeld(meeting).size).toBe(4);
    const { held } = meeting;
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'parallel' });
    expect(meeting.held).toEqual(held);
    meeting.join('zoe');
    expect(meeting.gather.rounds[0]?.mode).toBe('distributed');
    meeting.do({ type: 'goNext' });
    expect(lensesHeld(meeting)).toEqual(new Set(['oncall']));
  });

  it('can be chosen only where there are lenses', () => {
    const meeting = group(4, { format: 'start-stop-continue' });
    const choose = (segment: string) =>
      meeting.refusal({ type: 'setRoundMode', segment, mode: 'distributed' });
    expect(choose('gather')).toBe('wrong-moment');
    expect(choose('wins')).toBe('bad-input');
    expect(choose('constructor')).toBe('bad-input');
  });
});

describe('people in rounds', () => {
  it('all pass every lens, in both modes', () => {
    for (const size of [4, 9]) {
      const meeting = group(size).goTo('gather', 4);
      for (const seat of meeting.connected) {
        expect(new Set(meeting.gather.rounds.map(({ held }) => held[seat])).size).toBe(4);
      }
    }
  });

  it('who arrive in a distributed round get the lens fewest hold', () => {
    const meeting = group(7).goTo('gather');
    const rare = ['user', 'oncall', 'product', 'security'].filter(
      (lens) => Object.values(meeting.held).filter((one) => one === lens).length === 1,
    );
    meeting.join('zoe');
    expect(rare).toEqual([meeting.held.zoe]);
  });

  it('who arrive in a parallel round get the lens of the round', () => {
    const meeting = group(3).goTo('gather', 3);
    meeting.join('zoe');
    expect(meeting.held.zoe).toBe('product');
  });

  it('who leave and come back keep their lens', () => {
    const meeting = group(7).goTo('gather');
    const { held } = meeting;
    meeting.leave('ana');
    meeting.comeBack('ana');
    expect(meeting.held).toEqual(held);
  });

  it('get none as observers, outside a gather segment, or in a closed room', () => {
    const meeting = group(7).goTo('gather');
    meeting.join('olaf', 'observer');
    expect(meeting.held.olaf).toBeUndefined();
    expect(giveLensOnArrival(meeting.stage, 'nobody', meeting.now)).toEqual([]);
    meeting.goTo('group');
    meeting.join('zoe');
    expect(meeting.held.zoe).toBeUndefined();
    meeting.do({ type: 'closeRoom', anyway: false });
    expect(giveLensOnArrival(meeting.stage, 'zoe', meeting.now)).toEqual([]);
  });
});

describe('the facilitator', () => {
  it('takes part unless switched off', () => {
    const meeting = group(8);
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    meeting.goTo('gather');
    expect(meeting.held.mara).toBeUndefined();
    expect(Object.keys(meeting.held)).toHaveLength(7);
  });

  it('keeps the lens of the round when switched off inside it', () => {
    const meeting = group(8).goTo('gather');
    const lens = meeting.held.mara;
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    expect(meeting.held.mara).toBe(lens);
    meeting.do({ type: 'goNext' });
    expect(meeting.held.mara).toBeUndefined();
  });

  it('gets one at once when switched on inside it', () => {
    const meeting = group(8);
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    meeting.goTo('gather');
    meeting.do({ type: 'setFacilitatorWrites', writes: true });
    expect(meeting.held.mara).toBeDefined();
  });

  it('changes nothing by asking for what already is', () => {
    const meeting = group(4);
    expect(meeting.do({ type: 'setFacilitatorWrites', writes: true })).toEqual([]);
    const choose = { type: 'setRoundMode', segment: 'gather', mode: 'distributed' } as const;
    expect(meeting.do(choose)).toEqual(['roundModeSet']);
    expect(meeting.do(choose)).toEqual([]);
  });
});
