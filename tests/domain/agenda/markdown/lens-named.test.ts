import { describe, expect, it } from 'vitest';
import type { Agenda } from '../../../../src/domain/agenda/agenda.ts';
import { readAgenda } from '../../../../src/domain/agenda/markdown/read-agenda.ts';
import { writeAgenda } from '../../../../src/domain/agenda/markdown/write-agenda.ts';
import type { AgendaSegment, OwnLens } from '../../../../src/protocol/agenda.ts';

const own = (id: string, name: string): OwnLens => ({
  ...{ id, name, letter: 'L', icon: 'scale' },
  questions: ['One?', 'Two?', 'Three?'],
});

function agendaWith(lenses: OwnLens[]): Agenda {
  const part: AgendaSegment = {
    ...{ activity: 'gather', title: 'Gather', question: '', minutes: 9, policy: 'reveal', checkIn: 'none' },
    ...{ lenses: lenses.map(({ id }) => id), rounds: lenses.length },
    ...{ prompts: [], preReads: [], notes: '' },
  };
  return { title: '', segments: [part], buffer: 0, lenses };
}

/** What stands where a part says which lenses it asks by. */
function lensesWritten(...lenses: OwnLens[]): string | undefined {
  return /lenses: (.*)/.exec(writeAgenda(agendaWith(lenses)))?.[1];
}

function expectBack(...lenses: OwnLens[]): void {
  const agenda = agendaWith(lenses);
  expect(readAgenda(writeAgenda(agenda))).toEqual({ agenda, problems: [] });
}

describe('a lens of the team’s own in a Markdown agenda', () => {
  it('is called by its name where that is clear', () => {
    const clear = own('6c2oldpt66q5cw54', 'Customer success');
    expect(lensesWritten(clear)).toBe('Customer success');
    expectBack(clear);
    expect(lensesWritten(own('legal', 'Legal'))).toBe('legal');
  });

  it('is called by its id where the name is the id of another one, or would be read otherwise', () => {
    const byId = [own('a1', 'Sales'), own('sales', 'Deals')];
    expect(lensesWritten(...byId)).toBe('a1, Deals');
    expectBack(...byId);
    const unclear = [own('a1', 'Sales, legal'), own('b2', '*Bold*')];
    expect(lensesWritten(...unclear)).toBe('a1, b2');
    expectBack(...unclear);
  });

  it('is called by its id in a room that has two of one name from before they were told apart', () => {
    expect(lensesWritten(own('a1', 'Sales'), own('b2', 'sales'))).toBe('a1, b2');
    expect(lensesWritten(own('a1', 'User'), own('b2', 'Oncall'))).toBe('a1, b2');
  });
});
