import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../../src/domain/agenda/markdown/read-agenda.ts';
import { writeAgenda } from '../../../../src/domain/agenda/markdown/write-agenda.ts';
import type { AgendaSegment, OwnLens } from '../../../../src/protocol/agenda.ts';

const own = (id: string, name: string): OwnLens => ({
  ...{ id, name, letter: 'L', icon: 'scale' },
  questions: ['One?', 'Two?', 'Three?'],
});

/** The line that says which lenses a part asks by, once it was seen that they are read back. */
function lensesWritten(...lenses: OwnLens[]): string | undefined {
  const part: AgendaSegment = {
    ...{ activity: 'gather', title: 'Gather', question: '', minutes: 9, policy: 'reveal', checkIn: 'none' },
    ...{ lenses: lenses.map(({ id }) => id), rounds: lenses.length },
    ...{ prompts: [], preReads: [], notes: '' },
  };
  const written = writeAgenda({ title: '', segments: [part], buffer: 0, lenses });
  const read = readAgenda(written);
  expect([read.problems, read.agenda.segments[0]?.lenses]).toEqual([[], part.lenses]);
  return /lenses: (.*)/.exec(written)?.[1];
}

describe('a lens of the team’s own in a Markdown agenda', () => {
  it('is called by its name where that is clear', () => {
    expect(lensesWritten(own('6c2oldpt66q5cw54', 'Customer success'))).toBe('Customer success');
    expect(lensesWritten(own('legal', 'Legal'))).toBe('legal');
  });

  it('is called by its id where the name is that of another one, or would be read otherwise', () => {
    expect(lensesWritten(own('a1', 'Sales'), own('b2', 'sales'))).toBe('a1, b2');
    expect(lensesWritten(own('a1', 'User'), own('b2', 'Oncall'))).toBe('a1, b2');
    expect(lensesWritten(own('a1', 'Sales, legal'), own('b2', '*Bold*'))).toBe('a1, b2');
  });
});
