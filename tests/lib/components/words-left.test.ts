import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/desk/desk.ts';
import { endsNotes, writtenAhead } from '$lib/components/agenda/builder/early-drafts.ts';
import { StrayWords } from '$lib/components/notes/stray-words.svelte.ts';
import {
  hasField,
  moveToPart,
  offAgenda,
  partsToWriteIn,
  wordsLeft,
} from '$lib/components/notes/words-left.ts';
import type { DraftToAdd } from '$lib/room/desk-view.svelte.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { HalfTyped } from '../../../src/lib/room/half-typed.ts';
import { memoryDevice } from '../room/memory-device.ts';
import { roomOf } from './room-of.ts';

const draft = (segment: string, more: Partial<Draft> = {}): Draft =>
  ({ id: `of ${segment}`, segment, lens: 'user', prompt: '', text: 'Slow', late: false, ...more }) as Draft;

function writtenFor(...segments: string[]): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'openEarly', segments, until: meeting.now + minute });
  return meeting;
}

describe('drafts of a part that is not on the agenda any more', () => {
  it('are shown to their author, whether the part is gone or takes no notes', () => {
    const meeting = writtenFor('wins', 'gather');
    const drafts = [draft('wins'), draft('gather'), draft('decide'), draft('gone')];
    expect(offAgenda(meeting.stage, drafts)).toEqual([]);
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { activity: 'talk' } });
    expect(offAgenda(meeting.stage, drafts)).toEqual([draft('wins'), draft('gather')]);
    expect(offAgenda(meeting.stage, [draft('gather', { late: true })])).toEqual([]);
    expect(wordsLeft(meeting.stage, drafts)).toEqual(drafts);
  });

  it('can go where people still write', () => {
    const meeting = writtenFor('wins');
    expect(partsToWriteIn(meeting.stage).map(({ id }) => id)).toEqual(['wins', 'gather']);
    meeting.goTo('gather');
    expect(partsToWriteIn(meeting.stage).map(({ id }) => id)).toEqual(['gather']);
  });

  it('take a lens that the other part has, and leave the old place', () => {
    const { stage } = new Meeting();
    const deeds: (DraftToAdd | string)[] = [];
    const desk = {
      addDraft: (one: DraftToAdd) => (deeds.push(one), 'new'),
      removeDraft: (id: string) => void deeds.push(id),
    };
    const gather = stage.segments.find(({ id }) => id === 'gather')!;
    for (const lens of ['oncall', 'legal']) moveToPart(desk, draft('wins', { lens }), gather);
    expect(deeds).toEqual([
      { segment: 'gather', lens: 'oncall', prompt: '', text: 'Slow' },
      'of wins',
      { segment: 'gather', lens: gather.lenses[0], prompt: '', text: 'Slow' },
      'of wins',
    ]);
  });
});

describe('half-typed words of a part', () => {
  const half = { segment: 'gather', lens: 'user', prompt: '', text: 'Slow' };

  it('are shown when it goes off the agenda, and are in its field again when it comes back', async () => {
    const meeting = new Meeting();
    const halfTyped = new HalfTyped('room', memoryDevice(), 'page', null);
    const stray = new StrayWords(halfTyped);
    halfTyped.write(half);
    await stray.look(meeting.stage);
    expect(stray.found).toEqual([]);
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    await stray.look(meeting.stage);
    expect(stray.found).toEqual([half]);
    meeting.do({ type: 'restoreSegment', segment: 'gather', before: null });
    await stray.look(meeting.stage);
    expect([stray.found, halfTyped.read('gather')]).toEqual([[], half]);
  });

  it('go when their author has seen to them, and come back when that was a mistake', async () => {
    const halfTyped = new HalfTyped('room', memoryDevice(), 'page', null);
    const stray = new StrayWords(halfTyped);
    halfTyped.write({ ...half, segment: 'gone' });
    await stray.look(new Meeting().stage);
    const [left] = stray.found;
    await stray.forget(left!);
    expect([stray.found, halfTyped.read('gone')]).toEqual([[], null]);
    expect(await stray.bringBack(left!, new Meeting().stage)).toBe(true);
    expect(stray.found).toEqual([left]);
  });

  it('stay away where their part has its field again, and what was written there since stays', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    const halfTyped = new HalfTyped('room', memoryDevice(), 'page', null);
    const stray = new StrayWords(halfTyped);
    halfTyped.write(half);
    await stray.look(meeting.stage);
    await stray.forget(half);
    meeting.do({ type: 'restoreSegment', segment: 'gather', before: null });
    expect(await stray.bringBack(half, meeting.stage)).toBe(false);
    const newer = { ...half, text: 'Slower' };
    halfTyped.write(newer);
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    expect(await stray.bringBack(half, meeting.stage)).toBe(false);
    expect(halfTyped.read('gather')).toEqual(newer);
  });

  it('have their field in every part with notes, and in a timeline', () => {
    const meeting = new Meeting();
    expect(['wins', 'gather', 'decide', 'gone'].map((id) => hasField(meeting.stage, id))).toEqual([
      ...[true, true, false, false],
    ]);
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { activity: 'timeline' } });
    expect(hasField(meeting.stage, 'wins')).toBe(true);
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { activity: 'talk' } });
    expect(hasField(meeting.stage, 'wins')).toBe(false);
  });
});

describe('before notes of a part go that people have written ahead', () => {
  it('the builder knows how many have', () => {
    const early = [
      { segment: 'gather', written: 0, of: 5 },
      { segment: 'wins', written: 2, of: 5 },
    ];
    const room = roomOf(new Meeting(), early);
    expect(writtenAhead(room, ['gather', 'wins', 'close'])).toEqual([{ title: 'Wins', written: 2 }]);
  });

  it('and which changes take them', () => {
    expect([endsNotes({ activity: 'talk' }), endsNotes({ policy: 'none' })]).toEqual([true, true]);
    expect([
      endsNotes({ activity: 'wins' }),
      endsNotes({ title: 'x' }),
      endsNotes({ policy: 'own' }),
    ]).toEqual([...[false, false, false]]);
  });
});
