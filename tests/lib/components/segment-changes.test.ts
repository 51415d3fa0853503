/** What the editor of a part asks for: one entry of a list at a time, and what a part asked before. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Segment } from '../../../src/domain/agenda/segment.ts';
import { stepAsked } from '../../../src/lib/components/agenda/builder/arranging.svelte.ts';
import { changing } from '../../../src/lib/components/agenda/builder/changing.ts';
import { KeptQuestions } from '../../../src/lib/components/agenda/builder/kept-questions.ts';
import * as lists from '../../../src/lib/components/agenda/builder/list-changes.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { Place } from './place.ts';
import { roomOf } from './room-of.ts';

const prompts = [
  { name: 'Mad', question: 'What made you mad?' },
  { name: 'Sad', question: '' },
];

/** The part in which people write, as its editor sees it. */
function part() {
  const meeting = new Meeting();
  const segment = (): Segment => {
    const found = meeting.stage.segments.find(({ id }) => id === 'gather');
    if (!found) throw new Error('no such part');
    return found;
  };
  return { segment, meeting, change: changing(roomOf(meeting), 'gather') };
}
const named = ({ prompts }: Segment) => prompts.map(({ name, question }) => ({ name, question }));

describe('lists of a part', () => {
  test('are changed one entry at a time, from what they are when their turn comes', async () => {
    const { segment, change } = part();
    await change({ lenses: [], rounds: 1, prompts });
    const [mad, sad] = segment().prompts.map(({ id }) => id);
    const seen = [
      lists.promptChanged(sad ?? '', { name: 'Low' }),
      lists.promptChanged(sad ?? '', { question: 'What got you down?' }),
      lists.promptAdded({ name: 'Glad', question: '' }),
    ];
    for (const one of seen) expect(await change(one)).toBe(true);
    expect(named(segment())).toEqual([
      prompts[0],
      { name: 'Low', question: 'What got you down?' },
      { name: 'Glad', question: '' },
    ]);
    await change(lists.promptDropped(mad ?? ''));
    expect(segment().prompts[0]).toMatchObject({ id: sad, name: 'Low' });
    expect(await change(lists.promptChanged(mad ?? '', { name: 'Gone' }))).toBe(false);
  });

  test('of what there is to read keep what else there is of an entry', async () => {
    const { segment, change } = part();
    await change(lists.preReadAdded({ title: 'Report', link: '', text: 'Long' }));
    const [id] = segment().preReads.map((preRead) => preRead.id);
    await change(lists.preReadChanged(id ?? '', { link: 'https://example.org' }));
    await change(lists.preReadAdded({ title: 'Other', link: '', text: '' }));
    expect(segment().preReads[0]).toEqual({ id, title: 'Report', link: 'https://example.org', text: 'Long' });
    await change(lists.preReadDropped(id ?? ''));
    expect(segment().preReads.map(({ title }) => title)).toEqual(['Other']);
  });

  test('of lenses take each quick click, once', async () => {
    const { segment, change } = part();
    const before = segment().lenses;
    await Promise.all(['cost', 'data', 'data'].map((lens) => change(lists.lensAdded(lens))));
    expect(segment().lenses).toEqual([...before, 'cost', 'data']);
    await change(lists.lensEarlier('data'));
    await change(lists.lensDropped('cost'));
    expect(segment().lenses).toEqual([...before, 'data']);
    const { rounds } = segment();
    for (let i = 0; i < 2; i += 1) await change(lists.roundsStepped(-1));
    expect(segment().rounds).toBe(rounds - 2);
  });

  test('give back what was taken off them', async () => {
    const { segment, change, meeting } = part();
    await change({ preReads: [{ title: 'Report', link: '', text: 'Long' }] });
    const before = segment();
    await change(lists.preReadDropped(before.preReads[0]?.id ?? ''), 'It is gone.');
    expect(segment().preReads).toEqual([]);
    expect(toasts.current?.words).toBe('It is gone.');
    toasts.current?.action?.run();
    hideToast();
    expect(meeting.stage.segments.find(({ id }) => id === 'gather')).toEqual(before);
  });
});

describe('what a part asked', () => {
  const first = { name: 'New prompt', question: '' };

  test('by prompts or by lenses is there again when it asks that way again', async () => {
    const { segment, change } = part();
    const kept = new KeptQuestions(() => true);
    await change({ lenses: ['cost', 'data'], rounds: 1 });
    await change(kept.byPrompts(segment(), first));
    expect(named(segment())).toEqual([first]);
    await change({ prompts });
    await change(kept.byLenses(segment()));
    expect(segment()).toMatchObject({ lenses: ['cost', 'data'], rounds: 1, prompts: [] });
    await change(kept.byPrompts(segment(), first));
    expect(named(segment())).toEqual(prompts);
  });

  test('is there again when it has that activity again', async () => {
    const { segment, change } = part();
    const kept = new KeptQuestions(() => true);
    await change({ lenses: [], rounds: 1, prompts, policy: 'own' });
    await change(kept.as('vote', segment()));
    expect(segment()).toMatchObject({ activity: 'vote', policy: 'none', prompts: [] });
    await change(kept.as('gather', segment()));
    expect(segment()).toMatchObject({ activity: 'gather', policy: 'own', lenses: [] });
    expect(named(segment())).toEqual(prompts);
  });

  test('through a lens that has been taken away since is as it is by itself', async () => {
    const { segment, change } = part();
    const kept = new KeptQuestions((lens) => lens !== 'ours');
    expect(kept.as('vote', { ...segment(), lenses: ['ours'] })).toEqual({ activity: 'vote' });
    await change({ activity: 'vote' });
    expect(await change(kept.as('gather', segment()))).toBe(true);
    expect(segment().lenses).toEqual(['user', 'oncall', 'product', 'security']);
  });
});

describe('Alt and an arrow', () => {
  beforeEach(() => vi.stubGlobal('Element', Place));
  afterEach(() => vi.unstubAllGlobals());

  const press = (key: string, altKey: boolean, isField: boolean) =>
    stepAsked({ key, altKey, target: new Place(isField ? 'input' : 'button') } as unknown as KeyboardEvent);

  test('move a part, and in a field only the caret', () => {
    expect([press('ArrowUp', true, false), press('ArrowDown', true, false)]).toEqual([-1, 1]);
    expect([press('ArrowUp', true, true), press('ArrowUp', false, false), press('x', true, false)]).toEqual([
      ...[null, null, null],
    ]);
  });
});
