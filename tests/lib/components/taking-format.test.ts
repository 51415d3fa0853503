import { afterEach, describe, expect, test } from 'vitest';
import { minutesOf } from '../../../src/domain/agenda/agenda.ts';
import {
  fittedTo,
  formatsToTake,
  withPlaceFor,
} from '../../../src/lib/components/agenda/builder/taken-formats.ts';
import { TakingFormat } from '../../../src/lib/components/agenda/builder/taking-format.svelte.ts';
import { saveFormat } from '../../../src/lib/room/saved-formats.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import { formatIds } from '../../../src/protocol/http.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { memoryDevice } from '../room/memory-device.ts';
import { roomOf } from './room-of.ts';

afterEach(hideToast);

const device = memoryDevice();
saveFormat({ id: 'a', name: 'Ours', markdown: '# Old title\n\n- 30m talk\n- 5m close', at: 1 }, device);
saveFormat({ id: 'b', name: 'Nothing in it', markdown: 'words', at: 1 }, device);
const known = formatsToTake(device);
const activities = (meeting: Meeting) => meeting.stage.segments.map(({ activity }) => activity);

/** Whatever was asked is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** As the builder offers it for this room. */
function offered(meeting: Meeting, id: string, open = 0) {
  const format = known.find((one) => one.id === id);
  const agenda = format && fittedTo(meeting.stage, withPlaceFor(open, format));
  if (!agenda) throw new Error(`${id} does not fit`);
  return { name: format.name, agenda };
}

function take(meeting: Meeting, id: string, room = roomOf(meeting), taking = new TakingFormat(room)) {
  const { name, agenda } = offered(meeting, id);
  taking.take(name, agenda);
  return taking;
}

describe('a format that a room may take before it begins', () => {
  test('is one of the fifteen, or one’s own', () => {
    expect(known.map(({ id }) => id)).toEqual([...formatIds, 'own:a']);
    expect(known.at(-1)?.name).toBe('Ours, your own');
  });

  test.each(known)('$id is fitted to the time of the room, with as much of it free', ({ id }) => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 45 });
    meeting.do({ type: 'setBuffer', minutes: 5 });
    const { agenda } = offered(meeting, id);
    expect([minutesOf(agenda), agenda.buffer]).toEqual([45, 5]);
  });

  test('has a place for what is still open, where there is any', () => {
    const has = (open: number) =>
      offered(new Meeting(), 'pre-mortem', open).agenda.segments.some(
        ({ activity }) => activity === 'follow-up',
      );
    expect([has(0), has(2)]).toEqual([false, true]);
  });

  test('takes the place of the agenda under the same title, and Undo brings that back', async () => {
    const meeting = new Meeting();
    const { segments, title } = meeting.stage;
    take(meeting, 'own:a');
    await expect.poll(() => activities(meeting)).toEqual(['talk', 'close']);
    expect(meeting.stage.title).toBe(title);
    await expect.poll(() => toasts.current?.words).toBe('The agenda is now: Ours, your own.');
    toasts.current?.action?.run();
    await expect.poll(() => meeting.stage.segments).toEqual(segments);
  });

  test.each(known)(
    '$id is taken once, however often it is pressed: Undo leads to what was there',
    async ({ id }) => {
      const meeting = new Meeting({ format: id === 'daki' ? 'pre-mortem' : 'daki' });
      meeting.do({ type: 'setSegmentNotes', segment: meeting.stage.segments[0]?.id ?? '', notes: 'Slowly' });
      const { segments, facilitatorNotes } = meeting.stage;
      const room = roomOf(meeting);
      const taking = new TakingFormat(room);
      take(meeting, id, room, taking);
      take(meeting, id, room, taking);
      const said = /^The agenda is now: /;
      await expect.poll(() => toasts.current?.words).toMatch(said);
      const { rev } = meeting.stage;
      take(meeting, id, room, taking);
      await settled();
      expect([toasts.current?.words, meeting.stage.rev]).toEqual([expect.stringMatching(said), rev]);
      toasts.current?.action?.run();
      await expect.poll(() => meeting.stage).toMatchObject({ segments, facilitatorNotes });
    },
  );

  test('is said to be there where it is pressed again later', async () => {
    const meeting = new Meeting();
    const room = roomOf(meeting);
    const taking = take(meeting, 'own:a', room);
    await expect.poll(() => toasts.current?.action).toBeDefined();
    hideToast();
    take(meeting, 'own:a', room, taking);
    expect(toasts.current).toEqual({ words: 'The agenda is now: Ours, your own.' });
  });

  test('is not taken where somebody changes the agenda at that moment, and that is said', async () => {
    const meeting = new Meeting();
    let isChanged = false;
    const meanwhile = () => {
      if (isChanged) return;
      isChanged = true;
      meeting.do({ type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } });
    };
    take(meeting, 'daki', roomOf(meeting, [], meanwhile));
    await expect.poll(() => toasts.current?.words).toMatch(/^Somebody else was a moment faster/);
    expect(meeting.stage.segments.map(({ title }) => title)).toContain('Thanks');
  });

  test('is asked about where people have written for a part that would go', async () => {
    const meeting = new Meeting();
    const taking = take(meeting, 'daki', roomOf(meeting, [{ segment: 'wins', written: 2, of: 3 }]));
    expect(taking.early?.parts).toEqual([{ title: 'Wins', written: 2 }]);
    expect(activities(meeting)).toContain('wins');
    if (taking.early) await taking.put(taking.early);
    expect(activities(meeting)).not.toContain('wins');
  });
});
