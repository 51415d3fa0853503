import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/domain/agenda/formats.ts';
import { newSegment, preReadsFrom, promptsFrom } from '../../../src/domain/agenda/new-segment.ts';
import { checkSettings, policiesOf, withActivity } from '../../../src/domain/agenda/rules.ts';
import { activities, type Segment } from '../../../src/domain/agenda/segment.ts';
import { lensOf } from '../../../src/domain/lenses/catalogue.ts';

const isLens = (id: string) => lensOf(id) !== null;
const segment: Segment = {
  ...{ id: 'g', activity: 'gather', title: 'Heat', question: '', minutes: 9, policy: 'reveal' },
  ...{ lenses: ['user', 'oncall'], rounds: 2, prompts: [], preReads: [], checkIn: 'none' },
} as const;
const prompt = { id: 'p', name: 'Start', question: '' };
const check = (change: Partial<Segment>) => {
  const checked = checkSettings({ ...segment, ...change }, isLens);
  return checked.ok ? 'ok' : checked.code;
};

describe('what a segment may be', () => {
  it('allows every segment of every format', () => {
    for (const format of formats) {
      for (const one of format.segments) expect(checkSettings(one, isLens), format.id).toEqual({ ok: true });
    }
  });

  it('gathers by lenses or by prompts, never by both or by none', () => {
    expect(check({})).toBe('ok');
    expect(check({ lenses: [], rounds: 1, prompts: [prompt] })).toBe('ok');
    expect(check({ prompts: [prompt] })).toBe('segment-unclear');
    expect(check({ lenses: [], rounds: 1 })).toBe('segment-unclear');
    expect(check({ activity: 'talk', policy: 'none' })).toBe('segment-unclear');
    expect(check({ activity: 'vote', policy: 'none', lenses: [], rounds: 1, prompts: [prompt] })).toBe(
      'segment-unclear',
    );
  });

  it('holds no more rounds than there are lenses, each lens once, and only lenses there are', () => {
    expect(check({ rounds: 3 })).toBe('segment-unclear');
    expect(check({ lenses: ['user', 'user'] })).toBe('segment-unclear');
    expect(check({ lenses: ['user', 'gardener'] })).toBe('lens-unknown');
    expect(check({ lenses: ['user', 'constructor'] })).toBe('lens-unknown');
  });

  it('shows notes only in a way that its activity has, and asks everybody only in a check-in', () => {
    expect(policiesOf('gather')).toEqual(['reveal', 'own', 'open']);
    expect(check({ policy: 'own' })).toBe('ok');
    expect(check({ policy: 'none' })).toBe('segment-unclear');
    const plain = { lenses: [], rounds: 1 };
    expect(check({ ...plain, activity: 'wins', policy: 'reveal' })).toBe('segment-unclear');
    expect(check({ ...plain, activity: 'discuss', policy: 'open' })).toBe('segment-unclear');
    expect(check({ ...plain, activity: 'discuss', policy: 'none', checkIn: 'word' })).toBe('segment-unclear');
    expect(check({ ...plain, activity: 'check-in', policy: 'none', checkIn: 'word' })).toBe('ok');
    expect(check({ ...plain, activity: 'check-in', policy: 'open', checkIn: 'word' })).toBe('ok');
    expect(check({ ...plain, activity: 'check-in', policy: 'reveal' })).toBe('segment-unclear');
  });

  it('is always something allowed after its activity was changed, and keeps what goes with it', () => {
    for (const from of activities) {
      for (const to of activities) {
        const before = withActivity({ ...segment, activity: from }, from);
        const after = withActivity(before, to);
        expect(checkSettings(after, isLens), `${from} to ${to}`).toEqual({ ok: true });
      }
    }
    expect(withActivity({ ...segment, policy: 'own' }, 'gather')).toEqual({ ...segment, policy: 'own' });
    expect(withActivity({ ...segment, activity: 'close' }, 'wins').question).toBe(segment.question);
  });
});

describe('ids of what a segment asks', () => {
  const present = [prompt, { id: 'q', name: 'Stop', question: 'What hurts?' }];
  const ids = (drafts: { name: string; question: string }[]) =>
    promptsFrom(drafts, present, 'new').map(({ id }) => id);

  it('stay with what reads as before, wherever it moves', () => {
    const [start, stop] = present.map(({ name, question }) => ({ name, question }));
    if (!start || !stop) throw new Error('two prompts');
    expect(ids([stop, start])).toEqual(['q', 'p']);
    expect(ids([stop])).toEqual(['q']);
    expect(ids([{ name: 'First', question: '' }, start, stop])).toEqual(['new-p0', 'p', 'q']);
  });

  it('stay with what was reworded in its place, and are new for what was added', () => {
    const reworded = { name: 'Begin', question: '' };
    expect(ids([reworded, { name: 'Stop', question: 'What hurts?' }])).toEqual(['p', 'q']);
    expect(ids([...present, reworded])).toEqual(['p', 'q', 'new-p2']);
  });

  it('stay in their places where two read alike', () => {
    const alike = { name: 'New prompt', question: '' };
    const twins = [
      { ...alike, id: 'first' },
      { ...alike, id: 'second' },
    ];
    const of = (...drafts: { name: string; question: string }[]) =>
      promptsFrom(drafts, twins, 'new').map(({ id }) => id);
    expect(of({ name: 'Mad', question: '' }, alike)).toEqual(['first', 'second']);
    expect(of(alike, { name: 'Mad', question: '' })).toEqual(['first', 'second']);
    expect(of(alike, alike, alike)).toEqual(['first', 'second', 'new-p2']);
  });

  it('are never those of what was copied', () => {
    const preRead = { id: 'r', title: 'Report', link: '', text: 'Words' };
    const copy = newSegment({ ...segment, prompts: present, preReads: [preRead] }, 'copy');
    expect(copy.id).toBe('copy');
    expect(copy.prompts.map(({ id }) => id)).toEqual(['copy-p0', 'copy-p1']);
    expect(copy.preReads).toEqual([{ ...preRead, id: 'copy-r0' }]);
    expect(preReadsFrom([{ title: 'Report', link: '', text: 'Words' }], [preRead], 'new')).toEqual([preRead]);
  });
});
