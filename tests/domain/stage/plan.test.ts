import { describe, expect, it } from 'vitest';
import type { SegmentChange, SegmentDraft } from '../../../src/protocol/agenda.ts';
import { Meeting, minute } from './meeting.ts';

const talk: SegmentDraft = {
  ...{ activity: 'talk', title: 'Guests', question: 'Who is new?', minutes: 5, policy: 'none' },
  ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' },
};
const ids = ({ stage }: Meeting) => stage.segments.map(({ id }) => id);
const change = (segment: string, change: SegmentChange) =>
  ({ type: 'changeSegment', segment, change }) as const;
const segment = ({ stage }: Meeting, id: string) => stage.segments.find((one) => one.id === id);
const pasted = (meeting: Meeting, ...which: string[]) =>
  which.map((id) => {
    const one = segment(meeting, id);
    const asked = one
      ? { ...one, lenses: [...one.lenses], prompts: [...one.prompts], preReads: [...one.preReads] }
      : talk;
    return { ...asked, notes: '' };
  });

describe('changing the agenda', () => {
  it('adds a segment before another or at the end, with its minutes and an id of its own', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'addSegment', segment: talk, before: 'wins' });
    const id = ids(meeting)[2] ?? '';
    expect(ids(meeting).indexOf('wins')).toBe(3);
    expect(meeting.run(id)).toMatchObject({ status: 'waiting', budgetMs: 5 * minute });
    meeting.do({ type: 'addSegment', segment: { ...talk, activity: 'discuss' }, before: null });
    expect(meeting.stage.discussions[ids(meeting).at(-1) ?? '']).toBeDefined();
    expect(meeting.refusal({ type: 'addSegment', segment: talk, before: 'nowhere' })).toBe('conflict');
    expect(meeting.refusal({ type: 'addSegment', segment: { ...talk, policy: 'open' }, before: null })).toBe(
      'segment-unclear',
    );
  });

  it('lets nothing in front of what has begun, and moves nothing there', () => {
    const meeting = new Meeting().goTo('wins');
    expect(meeting.refusal({ type: 'addSegment', segment: talk, before: 'wins' })).toBe('segment-begun');
    expect(meeting.refusal({ type: 'moveSegment', segment: 'gather', before: 'wins' })).toBe('segment-begun');
    expect(meeting.refusal({ type: 'moveSegment', segment: 'wins', before: null })).toBe('segment-begun');
    expect(meeting.refusal({ type: 'removeSegment', segment: 'wins' })).toBe('segment-begun');
    expect(meeting.refusal({ type: 'removeSegment', segment: 'check-in' })).toBe('segment-begun');
    meeting.do({ type: 'moveSegment', segment: 'discuss', before: 'gather' });
    expect(ids(meeting).slice(2, 5)).toEqual(['wins', 'discuss', 'gather']);
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.current).toBe('discuss');
  });

  it('keeps a segment that people went back from', () => {
    const meeting = new Meeting().goTo('follow-up');
    meeting.do({ type: 'goBack' });
    expect(meeting.refusal({ type: 'removeSegment', segment: 'follow-up' })).toBe('segment-begun');
    const at = (before: string | null) =>
      meeting.refusal({ type: 'moveSegment', segment: 'follow-up', before });
    expect([at(null), at('gather')]).toEqual(['segment-begun', 'segment-begun']);
    expect(meeting.refusal({ type: 'addSegment', segment: talk, before: 'follow-up' })).toBe('segment-begun');
    expect(meeting.refusal({ type: 'moveSegment', segment: 'gather', before: 'follow-up' })).toBe(
      'segment-begun',
    );
    meeting.do({ type: 'duplicateSegment', segment: 'check-in' });
    expect(ids(meeting).slice(0, 2)).toEqual(['check-in', 'follow-up']);
  });

  it('duplicates a segment with what facilitators noted, behind it or behind what is on', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Ask Ana first' });
    meeting.do({ type: 'duplicateSegment', segment: 'gather' });
    const copy = ids(meeting)[4] ?? '';
    expect(segment(meeting, copy)).toMatchObject({ activity: 'gather', rounds: 4 });
    expect(meeting.stage.facilitatorNotes[copy]).toBe('Ask Ana first');
    meeting.goTo('vote');
    meeting.do({ type: 'duplicateSegment', segment: 'check-in' });
    expect(ids(meeting).indexOf('vote') + 1).toBe(ids(meeting).length - 4);
  });

  it('puts a removed segment back under its own id', () => {
    const meeting = new Meeting();
    const gone = segment(meeting, 'gather');
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    expect(meeting.stage.gathers.gather).toBeUndefined();
    meeting.do({ type: 'restoreSegment', segment: 'gather', before: 'group' });
    expect(segment(meeting, 'gather')).toEqual(gone);
    expect(meeting.stage.removedSegments).toEqual([]);
    expect(meeting.refusal({ type: 'restoreSegment', segment: 'lunch', before: null })).toBe('conflict');
  });

  it('leaves at least one segment, and has at most thirty', () => {
    const meeting = new Meeting({ minutes: 15 });
    for (const id of ids(meeting).slice(1)) meeting.do({ type: 'removeSegment', segment: id });
    expect(meeting.refusal({ type: 'removeSegment', segment: ids(meeting)[0] ?? '' })).toBe('wrong-moment');
    while (ids(meeting).length < 30) meeting.do({ type: 'addSegment', segment: talk, before: null });
    expect(meeting.refusal({ type: 'addSegment', segment: talk, before: null })).toBe('agenda-full');
  });

  it('T-79: holds no more words than can be sent back at once', () => {
    const meeting = new Meeting();
    const preReads = Array.from({ length: 8 }, (_, i) => ({
      title: `Part ${i}`,
      link: '',
      text: 'x'.repeat(4_000),
    }));
    meeting.do(change('check-in', { preReads }));
    expect(meeting.refusal(change('wins', { preReads }))).toBe('agenda-full');
    meeting.do(change('check-in', { preReads: preReads.slice(0, 2) }));
    meeting.do(change('wins', { preReads: preReads.slice(0, 2) }));
  });

  it('changes words at any time, and what a segment is only before it begins', () => {
    const meeting = new Meeting().goTo('wins');
    meeting.do(change('check-in', { title: 'Hello' }));
    meeting.do(change('wins', { question: 'Whom do we thank?' }));
    expect(meeting.refusal(change('wins', { activity: 'talk' }))).toBe('segment-begun');
    expect(meeting.refusal(change('check-in', { minutes: 9 }))).toBe('segment-begun');
    meeting.do(change('gather', { activity: 'talk' }));
    expect(segment(meeting, 'gather')).toMatchObject({ policy: 'none', lenses: [], rounds: 1 });
    expect(meeting.do(change('gather', { activity: 'talk' }))).toEqual([]);
    meeting.do(change('close', { activity: 'gather' }));
    expect(segment(meeting, 'close')).toMatchObject({ policy: 'reveal', rounds: 4 });
    expect(meeting.refusal(change('lunch', { title: 'x' }))).toBe('conflict');
  });

  it('gives lenses that are chosen anew a round each where all had one', () => {
    const meeting = new Meeting();
    meeting.do(change('gather', { lenses: ['user', 'cost'] }));
    expect(meeting.gather).toMatchObject({ roundsDue: 2 });
    meeting.do(change('gather', { rounds: 1 }));
    meeting.do(change('gather', { lenses: ['user', 'cost', 'oncall'] }));
    expect(meeting.gather).toMatchObject({ roundsDue: 1, mode: 'distributed' });
    expect(meeting.refusal(change('gather', { lenses: ['user', 'gardener'] }))).toBe('lens-unknown');
  });

  it('spreads lenses that everybody was to take once there are fewer rounds than lenses', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'parallel' });
    meeting.do({ type: 'moveSegment', segment: 'gather', before: 'wins' });
    expect(meeting.gather).toMatchObject({ mode: 'parallel', modeChosen: true });
    meeting.do(change('gather', { rounds: 2 }));
    expect(meeting.gather).toMatchObject({ mode: 'distributed', modeChosen: false });
  });

  it('a segment that leaves the agenda leaves the early window and its notes, and has its ticks when it is back', () => {
    const meeting = new Meeting();
    meeting.do(change('gather', { preReads: [{ title: 'Report', link: '', text: 'x' }] }));
    const preRead = segment(meeting, 'gather')?.preReads[0]?.id ?? '';
    meeting.do({ type: 'openEarly', segments: ['wins', 'gather'], until: meeting.now + minute });
    meeting.do({ type: 'markRead', preRead, read: true });
    meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' });
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    expect(meeting.stage.early?.segments).toEqual(['wins']);
    expect(meeting.stage.facilitatorNotes).toEqual({});
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'restoreSegment', segment: 'gather', before: 'group' });
    expect(meeting.stage.reads).toEqual({ [preRead]: ['mara'] });
  });
});

describe('a part with notes on the board', () => {
  const written = (...ids: string[]) => {
    const meeting = new Meeting();
    meeting.written = new Set(ids);
    return meeting;
  };

  it('stays on the agenda as what it is, and can move and change its words', () => {
    const meeting = written('wins');
    expect(meeting.refusal({ type: 'removeSegment', segment: 'wins' })).toBe('segment-written');
    expect(meeting.refusal(change('wins', { activity: 'talk' }))).toBe('segment-written');
    meeting.do(change('wins', { title: 'Thanks', minutes: 3 }));
    meeting.do({ type: 'moveSegment', segment: 'wins', before: null });
    expect(ids(meeting).at(-1)).toBe('wins');
  });

  it('is dropped neither by another agenda nor to make this one fit', () => {
    const meeting = written('follow-up', 'wins');
    expect(meeting.refusal({ type: 'setAgenda', segments: pasted(meeting, 'gather') })).toBe(
      'segment-written',
    );
    meeting.do({ type: 'setAgenda', segments: pasted(meeting, 'gather', 'follow-up', 'wins', 'close') });
    meeting.do({ type: 'setGoal', minutes: 17 });
    const dropping = ids(meeting);
    const decide = { ...talk, activity: 'decide' } as const;
    for (let i = 0; i < 2; i++) meeting.do({ type: 'addSegment', segment: decide, before: null });
    expect(meeting.refusal({ type: 'fitAgenda', dropping })).toBe('segment-written');
  });
});

describe('setting the whole agenda', () => {
  it('keeps the ids of what is there under the same title or activity, and adds the rest', () => {
    const meeting = new Meeting();
    const segments = [...pasted(meeting, 'gather', 'guests', 'wins'), ...pasted(meeting, 'close')];
    const renamed = segments.map((one) => (one.activity === 'wins' ? { ...one, title: 'Thanks' } : one));
    meeting.do({ type: 'setAgenda', title: 'Sprint 43', buffer: 6, segments: renamed });
    expect(ids(meeting)).toEqual(['gather', expect.stringMatching(/^id\d+-1$/), 'wins', 'close']);
    expect(meeting.stage).toMatchObject({ title: 'Sprint 43', bufferMs: 6 * minute });
    expect(meeting.run('gather').budgetMs).toBe(16 * minute);
  });

  it('[PLAN-1] brings lenses of the team’s own with it, or is refused as a whole', () => {
    const legal = {
      ...{ id: 'legal', name: 'Legal', letter: 'L', icon: 'scale' },
      questions: ['Which contract?', 'Which promise?', 'Which change?'] as [string, string, string],
    };
    const meeting = new Meeting();
    const through = { ...pasted(meeting, 'gather')[0]!, lenses: ['legal'], rounds: 1 };
    const set = (...lenses: (typeof legal)[]) => {
      return { type: 'setAgenda' as const, lenses, segments: [through] };
    };
    expect(meeting.refusal(set())).toBe('lens-unknown');
    expect(meeting.refusal(set(legal, { ...legal, id: 'law' }))).toBe('lens-name-taken');
    const written = new Meeting();
    written.written = new Set(['wins']);
    expect(written.refusal(set(legal))).toBe('segment-written');
    expect([meeting.stage.ownLenses, written.stage.ownLenses]).toEqual([[], []]);
    expect(meeting.do(set(legal))).toEqual(['lensPut', 'agendaSet']);
    expect([meeting.stage.ownLenses, segment(meeting, 'gather')?.lenses]).toEqual([[legal], ['legal']]);
    meeting.goTo('gather');
    expect(meeting.do(set(legal))).not.toContain('lensPut');
  });

  it('keeps in front what has begun, whether it is in it or not', () => {
    const meeting = new Meeting().goTo('wins');
    meeting.do({ type: 'setAgenda', segments: pasted(meeting, 'check-in', 'wins', 'guests', 'close') });
    expect(ids(meeting).slice(0, 3)).toEqual(['check-in', 'follow-up', 'wins']);
    expect(ids(meeting)).toHaveLength(5);
  });

  it('sends what facilitators noted in events of their own', () => {
    const meeting = new Meeting();
    const [gather] = pasted(meeting, 'gather');
    if (!gather) throw new Error('no gather');
    const segments = [{ ...gather, notes: 'Slowly' }];
    expect(meeting.do({ type: 'setAgenda', segments })).toEqual(['agendaSet', 'segmentNotesSet']);
    expect(JSON.stringify(meeting.events.find(({ type }) => type === 'agendaSet'))).not.toContain('Slowly');
    expect(meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' })).toEqual([]);
  });
});

describe('the format of a room', () => {
  it('is there as long as at least half of what is set at once was there before', () => {
    const meeting = new Meeting();
    const guests = { ...talk, notes: '' };
    meeting.do({ type: 'setAgenda', segments: [...pasted(meeting, 'wins', 'close'), guests] });
    expect(meeting.stage.format).toBe('heart-heat');
    const others = ['One', 'Two', 'Three'].map((title) => ({ ...guests, title }));
    meeting.do({ type: 'setAgenda', segments: [...pasted(meeting, 'wins', 'close'), ...others] });
    expect(meeting.stage.format).toBe('own');
  });
});
