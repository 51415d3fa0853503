import { afterEach, describe, expect, test } from 'vitest';
import { readAgenda } from '../../../src/domain/agenda/markdown/read-agenda.ts';
import { goneWith } from '../../../src/domain/stage/commands/asked-parts.ts';
import { agendaSeen } from '../../../src/lib/components/agenda/builder/agenda-since.ts';
import { replaceAgenda } from '../../../src/lib/components/agenda/builder/replace-agenda.ts';
import { askUndoably } from '../../../src/lib/components/agenda/builder/undoable.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { roomOf } from './room-of.ts';

afterEach(hideToast);

const titles = (meeting: Meeting) => meeting.stage.segments.map(({ title }) => title);
const ids = (meeting: Meeting) => meeting.stage.segments.map(({ id }) => id);
const lensNames = (meeting: Meeting) => meeting.stage.ownLenses.map(({ name }) => name);
const undo = () => toasts.current?.action?.run();
/** By somebody who has seen all that is there. */
const replace = (meeting: Meeting, markdown: string) =>
  replaceAgenda(roomOf(meeting), readAgenda(markdown), agendaSeen(meeting.stage));
/** Whatever was asked is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const legal = `- 8m gather: Who objects?
  - lenses: user, legal
- lens: Legal
  - question: Which contract does this touch?
  - question: What can we not show?
  - question: What would let us sleep?`;

describe('an agenda that was replaced', () => {
  test('comes back as it was, and parts that began stay', async () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.do({ type: 'setBuffer', minutes: 3 });
    const [before, parts] = [titles(meeting), ids(meeting)];
    expect(await replace(meeting, '# Other\n- 8m talk\n  - title: About')).toBe(true);
    expect(titles(meeting)).toEqual([before[0], 'About']);
    expect(toasts.current?.words).toBe('The agenda is as written.');
    undo();
    await settled();
    expect([titles(meeting), ids(meeting)]).toEqual([before, parts]);
    expect(meeting.stage).toMatchObject({ bufferMs: 180_000, current: parts[0] });
  });

  test('is not said to be as written where lines could not be read', async () => {
    const meeting = new Meeting();
    await replace(meeting, '- 8m talk\n  - reed: Foo\n  - colour: red');
    expect(toasts.current?.words).toBe('The agenda is replaced, without 2 lines that could not be read.');
  });

  test('stays where somebody has changed it since, and that is said', async () => {
    const meeting = new Meeting();
    await replace(meeting, '- 8m talk\n  - title: About');
    const [part = ''] = ids(meeting);
    meeting.do({ type: 'changeSegment', segment: part, change: { title: 'Around' } });
    undo();
    await settled();
    expect(titles(meeting)).toEqual(['Around']);
    expect(toasts.current?.words).toMatch(/^The agenda has changed again since/);
  });

  test('takes the lenses with it that came along', async () => {
    const meeting = new Meeting();
    await replace(meeting, legal);
    expect(lensNames(meeting)).toEqual(['Legal']);
    undo();
    await settled();
    expect(lensNames(meeting)).toEqual([]);
  });

  test('gives a lens its own questions again, and leaves one that somebody has changed since', async () => {
    for (const isChanged of [false, true]) {
      const meeting = new Meeting();
      await replace(meeting, legal);
      await replace(meeting, legal.replace('contract', 'law'));
      const [lens] = meeting.stage.ownLenses;
      if (isChanged && lens) meeting.do({ type: 'putLens', lens: { ...lens, name: 'Law' } });
      undo();
      await settled();
      const [after] = meeting.stage.ownLenses;
      expect([after?.name, after?.questions[0]]).toEqual(
        isChanged ? ['Law', 'Which law does this touch?'] : ['Legal', 'Which contract does this touch?'],
      );
    }
  });

  test('leaves no lens behind where it was refused', async () => {
    const meeting = new Meeting();
    meeting.written = new Set(['wins']);
    const { rev } = meeting.stage;
    expect(await replace(meeting, legal)).toBe(false);
    // Nor for a moment.
    expect([lensNames(meeting), meeting.stage.rev]).toEqual([[], rev]);
  });

  test('would take off what it names under no title and no activity, and nothing that has begun', () => {
    const meeting = new Meeting().goTo('check-in');
    const { segments } = readAgenda('- 5m wins\n  - title: Thanks\n- 9m talk').agenda;
    const gone = goneWith(meeting.stage, segments);
    expect(ids(meeting).filter((id) => !gone.includes(id))).toEqual(['check-in', 'wins']);
  });
});

describe('an agenda that was made to fit', () => {
  test('comes back minute by minute', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 24 });
    const before = meeting.stage;
    const dropping = ids(meeting);
    await askUndoably(roomOf(meeting), { type: 'fitAgenda', dropping }, 'It fits.');
    expect(meeting.stage.segments).not.toEqual(before.segments);
    undo();
    await settled();
    expect(meeting.stage.segments).toEqual(before.segments);
    expect(meeting.stage.runs).toEqual(before.runs);
  });

  test('offers no way back to where nothing was changed', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'setGoal', minutes: 57 });
    await askUndoably(roomOf(meeting), { type: 'fitAgenda' }, 'It fits.');
    expect(toasts.current).toEqual({ words: 'It fits.' });
  });

  test('offers no way back from what somebody else changed while it was on its way', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'setGoal', minutes: 57 });
    let isChanged = false;
    const meanwhile = () => {
      if (isChanged) return;
      isChanged = true;
      meeting.do({ type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } });
    };
    await askUndoably(roomOf(meeting, [], meanwhile), { type: 'fitAgenda' }, 'It fits.');
    expect(meeting.stage.agendaBefore).not.toBeNull();
    expect(toasts.current).toEqual({ words: 'It fits.' });
  });

  test('says why it was refused', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 15 });
    meeting.pass(minute);
    await askUndoably(roomOf(meeting), { type: 'fitAgenda' }, 'It fits.');
    expect(toasts.current?.words).toMatch(/^There is not enough time/);
  });
});
