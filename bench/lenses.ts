/** What giving out lenses costs in the largest room, beside the same room handed on lens by lens in turn. */
import { assignRound, type Held } from '../src/domain/lenses/assignment.ts';
import { lenses as catalogue } from '../src/domain/lenses/catalogue.ts';
import { limits } from '../src/protocol/limits.ts';
import { timePerCall, type Figure } from './measure.ts';

const calls = 20;

export function measureLenses(): Figure[] {
  const lenses = catalogue.map(({ id }) => id);
  const seats = Array.from({ length: limits.peopleMax }, (_, i) => `p${i}`);
  const rounds = (held: (round: number, previous: readonly Held[]) => Held) =>
    lenses.reduce<Held[]>((previous, _, round) => [...previous, held(round, previous)], []);
  const given = timePerCall(calls, () =>
    rounds((round, previous) => assignRound({ seats, lenses, mode: 'distributed', round, previous })),
  );
  const inTurn = timePerCall(calls, () =>
    rounds((round) =>
      Object.fromEntries(seats.map((seat, i) => [seat, lenses[(i + round) % lenses.length] ?? ''])),
    ),
  );
  const what = `${lenses.length} rounds of lenses for ${seats.length} people`;
  return [
    { what, value: given / 1000, unit: 'ms', goal: 100 },
    { what: 'The same in turn, blind to who held what', value: inTurn / 1000, unit: 'ms' },
  ];
}
