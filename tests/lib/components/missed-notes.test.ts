import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/desk/desk.ts';
import type { StageState } from '#domain/stage/state.ts';
import { missedNotes } from '$lib/components/gather/missed-notes.ts';
import { dock } from '$lib/text/dock.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const draft = (id: string, more: Partial<Draft> = {}): Draft =>
  ({ id, segment: 'gather', lens: 'user', prompt: '', text: 'Slow', late: false, ...more }) as Draft;

function revealed(): Meeting {
  const meeting = new Meeting();
  meeting.joinMany(3);
  meeting.goTo('gather', 4).do({ type: 'askReveal', segment: 'gather' });
  meeting.pass(3_000);
  return meeting;
}

const missed = (stage: StageState, ...drafts: Draft[]) =>
  missedNotes(stage, drafts).map((one) => [one.segment.id, one.drafts.map(({ id }) => id)]);

describe('notes that a reveal passed over', () => {
  it('are those that were not written late on purpose, and have words', () => {
    const { stage } = revealed();
    const drafts = [draft('tunnel'), draft('after', { late: true }), draft('empty', { text: ' ' })];
    expect(missed(stage, ...drafts)).toEqual([['gather', ['tunnel']]]);
    expect(missed(stage, draft('after', { late: true }))).toEqual([]);
  });

  it('are said wherever the meeting is, and no more once it is over', () => {
    const meeting = revealed().goTo('group');
    expect(missed(meeting.stage, draft('tunnel'))).toEqual([['gather', ['tunnel']]]);
    meeting.do({ type: 'closeRoom', anyway: true, why: 'enough' });
    expect(missed(meeting.stage, draft('tunnel'))).toEqual([]);
  });

  it('are none before the reveal, while rounds are to come, and where notes are let go of one by one', () => {
    const before = new Meeting();
    before.joinMany(3);
    expect(missed(before.goTo('gather', 4).stage, draft('desk'))).toEqual([]);
    const { stage } = revealed();
    const gather = stage.gathers['gather']!;
    const more = { ...gather, roundsDue: gather.rounds.length + 1 };
    expect(missed({ ...stage, gathers: { gather: more } }, draft('desk'))).toEqual([]);
    const own = stage.segments.map((segment) => ({ ...segment, policy: 'own' as const }));
    expect(missed({ ...stage, segments: own }, draft('desk'))).toEqual([]);
  });
});

describe('who is away before a reveal', () => {
  it('is named where they are few and all have names, and counted otherwise', () => {
    expect(dock.revealAway(['Bea'])).toMatch(/^Bea is not connected\./);
    expect(dock.revealAway(['Bea', 'Cem'])).toMatch(/^Bea and Cem are not connected\./);
    expect(dock.revealAway([''])).toMatch(/^1 person is not connected\./);
    expect(dock.revealAway(['Ana', 'Bea', 'Cem', 'Dan'])).toMatch(/^4 people are not connected\./);
  });
});
