import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPlaces, type PlaceRequest } from '../../../src/domain/lenses/places.ts';

/** Of the places first, the cheapest ones are taken. */
function total({ costs, places }: PlaceRequest, lensOf: readonly number[]): number {
  const taken = places.map(() => 0);
  return lensOf.reduce((sum, lens, person) => {
    const place = places[lens]?.[taken[lens] ?? 0] ?? Infinity;
    taken[lens] = (taken[lens] ?? 0) + 1;
    return sum + place + (costs[person]?.[lens] ?? Infinity);
  }, 0);
}

/** Tries every way. */
function cheapestOfAll(request: PlaceRequest, chosen: readonly number[] = []): number {
  if (chosen.length === request.costs.length) return total(request, chosen);
  return Math.min(...request.places.map((_, lens) => cheapestOfAll(request, [...chosen, lens])));
}

const request: fc.Arbitrary<PlaceRequest> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([people, lenses]) =>
    fc.record({
      costs: fc.array(fc.array(fc.nat({ max: 9 }), { minLength: lenses, maxLength: lenses }), {
        minLength: people,
        maxLength: people,
      }),
      places: fc.array(
        fc
          .array(fc.nat({ max: 30 }), { minLength: Math.ceil(people / lenses), maxLength: people })
          .map((places) => places.sort((a, b) => a - b)),
        { minLength: lenses, maxLength: lenses },
      ),
    }),
  );

describe('the cheapest places', () => {
  it('cost as little as the best of all ways, and nobody is left out', () => {
    fc.assert(
      fc.property(request, (request) => {
        const lensOf = cheapestPlaces(request);
        expect(lensOf).toHaveLength(request.costs.length);
        expect(total(request, lensOf)).toBe(cheapestOfAll(request));
      }),
      { numRuns: 1000 },
    );
  });

  it('move somebody on, and somebody else after them, where that is cheapest for all', () => {
    const costs = [
      [0, 1, 9],
      [9, 0, 1],
      [0, 9, 9],
    ];
    expect(cheapestPlaces({ costs, places: [[0], [0], [0]] })).toEqual([1, 2, 0]);
  });

  it('are none where there is nobody', () => {
    expect(cheapestPlaces({ costs: [], places: [[0], [0]] })).toEqual([]);
  });
});
