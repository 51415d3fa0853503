import { describe, expect, it } from 'vitest';
import { voicesIn } from '../../../src/lib/components/lobby/voices.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { presenceOf } from '../../support/presence.ts';

describe('who is needed, in the lobby', () => {
  it('is here, was here, or has not come yet; the others who are here are named too', () => {
    const meeting = new Meeting();
    for (const name of ['Ana', 'Bo', 'Di']) meeting.join(name);
    meeting.do({
      type: 'setExpected',
      people: ['ana', 'Bo', 'Cy'].map((name) => ({ name, reason: `${name} knows` })),
    });
    const { expected, missing, others } = voicesIn(meeting.stage, presenceOf('mara', 'Ana', 'Di'));
    expect(expected).toEqual([
      { name: 'ana', reason: 'ana knows', state: 'here' },
      { name: 'Bo', reason: 'Bo knows', state: 'away' },
      { name: 'Cy', reason: 'Cy knows', state: 'missing' },
    ]);
    expect(missing).toEqual(['Bo', 'Cy']);
    expect(others).toEqual(['mara', 'Di']);
  });
});
