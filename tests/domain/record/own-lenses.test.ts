import { describe, expect, it } from 'vitest';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import type { OwnLens } from '../../../src/protocol/agenda.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';

const legal: OwnLens = {
  id: 'legal',
  name: 'Legal',
  letter: 'L',
  icon: 'scale',
  questions: ['Which contract?', 'Which promise?', 'Which change?'],
};

/** Everybody held the team's own lenses; nobody wrote for one of them. */
function lookedThrough(): RecordedRoom {
  const found = new RecordedRoom();
  const segments = found.segments.map((segment) =>
    segment.id === 'gather' ? { ...segment, lenses: ['legal', 'sales'], rounds: 2 } : segment,
  );
  const round = { type: 'roundStarted', segment: 'gather', mode: 'parallel', budgetMs: 0 } as const;
  const heldBy = (lens: string) => ({ ana: lens, bo: lens, cy: lens });
  return found
    .tell(
      1,
      { type: 'lensPut', lens: legal },
      { type: 'lensPut', lens: { ...legal, id: 'sales', name: 'Sales' } },
    )
    .tell(1, { type: 'agendaSet', segments, budgets: {}, bufferMs: 0, title: 'Checkout' })
    .tell(5, { ...round, round: 0, held: heldBy('legal') })
    .tell(6, { ...round, round: 1, held: heldBy('sales') })
    .tell(9, { type: 'notesRevealed', segment: 'gather', shown: ['legal', 'sales'], unanswered: ['sales'] })
    .note('n1', 'gather', 'The terms still name the old company', { lens: 'legal' });
}

describe('the record of a room with lenses of its own', () => {
  it('calls them by their names', () => {
    const gather = lookedThrough()
      .record()
      .segments.find(({ id }) => id === 'gather');
    expect(gather?.notes.map(({ heading }) => heading)).toEqual(['Legal']);
    expect(gather?.coverage.map(({ lens, name }) => [lens, name])).toEqual([
      ['legal', 'Legal'],
      ['sales', 'Sales'],
    ]);
    expect(gather?.unanswered).toEqual(['Sales']);
    expect(recordMarkdown(lookedThrough().record())).not.toMatch(/\blegal\b/);
  });
});
