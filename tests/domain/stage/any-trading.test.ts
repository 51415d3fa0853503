/** Whoever passes, asks, answers, comes, goes or is late, in whatever order: what must hold of lenses at every moment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRounds, heldCounts, segmentOf } from '../../../src/domain/stage/gathering.ts';
import { dropOffersExcept } from '../../../src/domain/stage/lens-trading.ts';
import {
  lensesShownMeanwhile,
  seatsToShowLens,
  shownLenses,
} from '../../../src/domain/stage/shown-lenses.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import type { Gather, Round } from '../../../src/domain/stage/state.ts';
import { Meeting } from './meeting.ts';

type Deed =
  | { do: 'pass' | 'join' | 'leave' | 'next'; who: number }
  | { do: 'ask' | 'yes' | 'no'; who: number; whom: number };

const who = fc.nat({ max: 30 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constantFrom('pass' as const, 'join', 'leave', 'next'), who }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constantFrom('ask' as const, 'yes', 'no'), who, whom: who }), weight: 6 },
);
const story = fc.record({
  people: fc.integer({ min: 1, max: 11 }),
  mode: fc.constantFrom('parallel' as const, 'distributed'),
  deeds: fc.array(deed, { maxLength: 60 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** The meeting after each deed, from the first round on. */
function play({ people, mode, deeds }: Story, look: (meeting: Meeting) => void): void {
  const meeting = new Meeting();
  meeting.joinMany(people);
  meeting.do({ type: 'setRoundMode', segment: 'gather', mode });
  meeting.goTo('gather');
  look(meeting);
  for (const [index, one] of deeds.entries()) {
    perform(meeting, one, `late${index}`);
    look(meeting);
  }
}

function perform(meeting: Meeting, deed: Deed, newcomer: string): void {
  const seats = Object.keys(meeting.stage.seats);
  const seatAt = (index: number) => seats[index % seats.length] ?? '';
  const seat = seatAt(deed.who);
  const ask = (command: StageCommand) =>
    meeting.connected.has(seat) && meeting.ask(command, { seat, role: 'participant' });
  switch (deed.do) {
    case 'pass':
      return void ask({ type: 'passLens' });
    case 'join':
      return meeting.join(newcomer);
    case 'leave':
      return leave(meeting, seat);
    case 'next':
      return void meeting.ask({ type: 'goNext' });
    case 'ask':
      return void ask({ type: 'offerSwap', to: seatAt(deed.whom) });
    case 'yes':
    case 'no':
      return void ask({ type: 'answerSwap', from: seatAt(deed.whom), accept: deed.do === 'yes' });
  }
}

function leave(meeting: Meeting, seat: string): void {
  meeting.leave(seat);
  meeting.emit(dropOffersExcept(meeting.stage, meeting.connected, meeting.now));
}

function always(look: (meeting: Meeting, gather: Gather) => void): void {
  fc.assert(
    fc.property(story, (told) => play(told, (meeting) => look(meeting, meeting.gather))),
    { numRuns: 150 },
  );
}

const lenses = ['user', 'oncall', 'product', 'security'];

describe('however lenses change hands', () => {
  it('nobody who writes is without one while a round runs', () => {
    always((meeting, gather) => {
      if (meeting.stage.current !== 'gather') return;
      const held = gather.rounds.at(-1)?.held ?? {};
      for (const seat of meeting.connected) expect(lenses).toContain(held[seat]);
    });
  });

  it('a round in which everybody holds the same stays one', () => {
    always((_, gather) => {
      for (const round of allRounds(gather).filter(({ mode }) => mode === 'parallel')) {
        expect(new Set(Object.values(round.held)).size).toBeLessThanOrEqual(1);
        expect([round.givenAway, round.offers]).toEqual([{}, {}]);
      }
    });
  });

  it('rounds that are over do not change any more', () => {
    const before = new Map<Meeting, readonly Round[]>();
    always((meeting, gather) => {
      const rounds = allRounds(gather);
      const past = (before.get(meeting) ?? []).slice(0, rounds.length - 1);
      expect(rounds.slice(0, past.length).map(({ held }) => held)).toEqual(past.map(({ held }) => held));
      before.set(meeting, rounds);
    });
  });

  it('what is said of where the team has looked is what people hold, or held to the end', () => {
    always((_, gather) => {
      const holders = (lens: string) =>
        new Set(
          allRounds(gather).flatMap(({ held }) => Object.keys(held).filter((seat) => held[seat] === lens)),
        ).size;
      const counts = heldCounts(gather);
      for (const lens of lenses) expect(counts[lens] ?? 0).toBe(holders(lens));
    });
  });

  it('[LENS-2] questions are between two who are here and hold different lenses now', () => {
    always((meeting, gather) => {
      const { offers = {}, held = {} } = gather.rounds.at(-1) ?? {};
      for (const [from, to] of Object.entries(offers)) {
        expect(meeting.stage.current).toBe('gather');
        for (const seat of [from, to]) expect(meeting.connected).toContain(seat);
        expect(held[from]).not.toBe(held[to]);
      }
    });
  });

  it('[LENS-3] no lens is shown that would not be if everybody had kept what they were dealt', () => {
    always((meeting, gather) => {
      const segment = segmentOf(meeting.stage, 'gather');
      if (!segment) return;
      const dealt = allRounds(gather).map(({ held, givenAway }) => ({
        ...held,
        ...Object.fromEntries(Object.entries(givenAway).map(([seat, given]) => [seat, given[0] ?? ''])),
      }));
      for (const lens of shownLenses(meeting.stage, segment)) {
        const seats = dealt.flatMap((held) => Object.keys(held).filter((seat) => held[seat] === lens));
        expect(new Set(seats).size).toBeGreaterThanOrEqual(seatsToShowLens);
      }
      const shown = shownLenses(meeting.stage, segment);
      for (const lens of lensesShownMeanwhile(meeting.stage, segment)) expect(shown).toContain(lens);
    });
  });
});
