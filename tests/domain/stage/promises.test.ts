import { describe, expect, it } from 'vitest';
import type { WordFact } from '../../../src/domain/stage/commands/facts.ts';
import type { Facts } from '../../../src/domain/stage/handle.ts';
import { Meeting } from './meeting.ts';

const [read, changed] = ['a'.repeat(64), 'b'.repeat(64)];
const asked = (fact: WordFact): Partial<Facts> => ({
  actions: new Map([['a1', fact]]),
  positions: new Map([['p1', fact]]),
});

interface Word {
  readonly name: string;
  readonly give: (hash: string | null) => Parameters<Meeting['ask']>[0];
  readonly given: (meeting: Meeting) => unknown;
}
const words: Word[] = [
  {
    name: 'taking an action',
    give: (hash) => ({ type: 'takeAction', action: 'a1', hash }),
    given: ({ stage }) => stage.consents,
  },
  {
    name: 'confirming a position',
    give: (hash) => ({ type: 'confirmPosition', position: 'p1', hash }),
    given: ({ stage }) => stage.confirmations,
  },
];

describe.each(words)('$name', ({ give, given }) => {
  function meeting() {
    const made = new Meeting();
    made.join('ana');
    made.join('bo');
    const as = (seat: string, fact: WordFact = { seat: 'ana', hash: read }): Partial<Facts> => ({
      role: 'participant',
      seat,
      ...asked(fact),
    });
    return { made, as };
  }

  it('keeps who gave their word on which text', () => {
    const { made, as } = meeting();
    expect(made.ask(give(read), as('ana'))).toMatchObject({ ok: true });
    expect(Object.values(given(made) as object)).toEqual([{ seat: 'ana', hash: read }]);
  });

  it('is for nobody but the person it is asked of, facilitators included', () => {
    const { made, as } = meeting();
    expect(made.refusal(give(read), as('bo'))).toBe('not-yours-to-take');
    expect(made.refusal(give(read), { ...as('mara'), role: 'facilitator' })).toBe('not-yours-to-take');
    expect(made.refusal(give(read), as('ana', { seat: null, hash: read }))).toBe('not-yours-to-take');
    expect(made.refusal(give(read), { ...as('ana'), actions: new Map(), positions: new Map() })).toBe(
      'not-yours-to-take',
    );
    expect(made.refusal(give(read), { ...as('ana'), role: 'observer' })).toBe('not-yours-to-do');
    expect(given(made)).toEqual({});
  });

  it('is a conflict where the text reads otherwise by now', () => {
    const { made, as } = meeting();
    expect(made.refusal(give(read), as('ana', { seat: 'ana', hash: changed }))).toBe('conflict');
    expect(given(made)).toEqual({});
  });

  it('done twice is one event, and a new text another', () => {
    const { made, as } = meeting();
    made.ask(give(read), as('ana'));
    expect(made.ask(give(read), as('ana'))).toEqual({ ok: true, events: [] });
    expect(made.ask(give(changed), as('ana', { seat: 'ana', hash: changed }))).toMatchObject({ ok: true });
    expect(Object.values(given(made) as object)).toEqual([{ seat: 'ana', hash: changed }]);
  });

  it('can be taken back by whoever gave it, and by nobody else', () => {
    const { made, as } = meeting();
    made.ask(give(read), as('ana'));
    expect(made.ask(give(null), as('bo'))).toEqual({ ok: true, events: [] });
    expect(Object.keys(given(made) as object)).toHaveLength(1);
    made.ask(give(null), as('ana'));
    expect(given(made)).toEqual({});
    expect(made.ask(give(null), as('ana'))).toEqual({ ok: true, events: [] });
  });

  it('is over when the room is closed', () => {
    const { made, as } = meeting();
    made.do({ type: 'closeRoom', anyway: false });
    expect(made.refusal(give(read), as('ana'))).toBe('room-closed');
  });
});
