import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { skip } from '../../../src/lib/components/dock/go-on.ts';
import { Asking } from '../../../src/lib/components/room/asking.svelte.ts';
import { Panels } from '../../../src/lib/components/room/panels.svelte.ts';
import { handleShortcut } from '../../../src/lib/components/room/shortcuts.svelte.ts';
import type { RoomView, Saving } from '../../../src/lib/room/room-view.svelte.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

/** A room whose server answers when the test says so. */
function facilitating(meeting = new Meeting().goTo('wins')) {
  const sent: Command[] = [];
  const answers: ((ack: CommandAck) => void)[] = [];
  const room = {
    role: 'facilitator',
    saving: 'saved' as Saving,
    isJustMoved: false,
    stage: meeting.stage,
    clock: { paused: false, now: meeting.now },
    topics: { all: [] },
    command(command: Command) {
      sent.push(command);
      return new Promise<CommandAck>((resolve) => answers.push(resolve));
    },
  };
  const view = room as unknown as RoomView;
  const asking = new Asking(view);
  const panels = new Panels();
  const press = (key: string) =>
    handleShortcut(
      { key, target: null, defaultPrevented: false, preventDefault: () => undefined } as KeyboardEvent,
      { room: view, panels, ask: asking.ask },
    );
  const answer = () => answers.shift()?.({ ok: true, rev: 1 });
  return { room, asking, panels, press, answer, sent: () => sent.map(({ type }) => type) };
}

beforeEach(() => {
  vi.stubGlobal('Element', EventTarget);
  vi.stubGlobal('document', { querySelector: () => null });
});

afterEach(hideToast);

describe('what is asked of the stage', () => {
  test('is one thing at a time, from the dock and by key alike', async () => {
    const { asking, press, answer, sent } = facilitating();
    const first = asking.ask({ type: 'goNext' });
    press('N');
    press('p');
    expect(await asking.ask({ type: 'goNext' })).toBe(false);
    expect(sent()).toEqual(['goNext']);
    answer();
    expect(await first).toBe(true);
    press('p');
    expect(sent()).toEqual(['goNext', 'pauseClock']);
  });

  test('is a new wish where the room is seen to have gone on, though its answer is still on the way', async () => {
    const meeting = new Meeting().goTo('wins');
    const { room, asking, press, answer, sent } = facilitating(meeting);
    const first = asking.ask({ type: 'goNext' });
    room.stage = meeting.goTo('gather').stage;
    press('p');
    press('p');
    expect(sent()).toEqual(['goNext', 'pauseClock']);
    answer();
    expect(await first).toBe(true);
    press('p');
    expect(sent()).toEqual(['goNext', 'pauseClock']);
  });

  test('is a new wish where it is about what the first has brought, such as a reveal that is called off', async () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.goTo('gather', 4);
    const { room, asking, answer, sent } = facilitating(meeting);
    const first = asking.ask({ type: 'askReveal', segment: 'gather' });
    meeting.do({ type: 'askReveal', segment: 'gather' });
    room.stage = meeting.stage;
    const second = asking.ask({ type: 'cancelReveal', segment: 'gather' });
    expect(sent()).toEqual(['askReveal', 'cancelReveal']);
    answer();
    answer();
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });

  test('is said to wait for the connection while there is none, and only then', async () => {
    const { room, asking, answer } = facilitating();
    room.saving = 'offline';
    expect(asking.isCutOff).toBe(false);
    const asked = asking.ask({ type: 'pauseClock' });
    expect(asking.isCutOff).toBe(true);
    room.saving = 'saved';
    expect(asking.isCutOff).toBe(false);
    answer();
    await asked;
    room.saving = 'offline';
    expect(asking.isCutOff).toBe(false);
  });
});

describe('a step right after that of somebody else', () => {
  test('is not taken, by key or button, and it is said where the meeting is now', async () => {
    const { room, asking, panels, press, sent } = facilitating(new Meeting().goTo('vote'));
    room.isJustMoved = true;
    for (const key of ['N', 'B']) press(key);
    for (const type of ['goNext', 'goBack', 'skipSegment'] as const)
      expect(await asking.ask({ type })).toBe(false);
    skip(room as unknown as RoomView, panels, asking.ask);
    expect([sent(), panels.open]).toEqual([[], null]);
    expect(toasts.current?.words).toMatch(/^The meeting has just gone on to Vote/);
    room.isJustMoved = false;
    press('N');
    expect(sent()).toEqual(['goNext']);
  });

  test('asks nothing about the part that it was not meant for, and anything else is done as ever', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    const { room, panels, press, sent } = facilitating(meeting.goTo('gather', 4));
    room.isJustMoved = true;
    for (const key of ['N', 'p']) press(key);
    expect([panels.open, sent()]).toEqual([null, ['pauseClock']]);
  });
});

describe('keys of whoever leads', () => {
  test('do nothing where there is no next and no back', () => {
    const last = facilitating(new Meeting().goTo('close'));
    last.press('N');
    expect(last.sent()).toEqual([]);
    last.press('B');
    expect(last.sent()).toEqual(['goBack']);
    const first = facilitating(new Meeting().goTo('check-in'));
    first.press('B');
    expect(first.sent()).toEqual([]);
  });

  test('do not go on while a reveal is counted in, and ask before notes stay behind', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.goTo('gather', 4);
    const before = facilitating(meeting);
    before.press('N');
    expect(before.panels.open).toBe('go-on');
    meeting.do({ type: 'askReveal', segment: 'gather' });
    const counting = facilitating(meeting);
    counting.press('N');
    expect([counting.panels.open, counting.sent()]).toEqual([null, []]);
  });

  test('change nothing for a facilitator who only watches', () => {
    const { room, press, sent } = facilitating();
    room.role = 'observer';
    for (const key of ['N', 'B', 'p', '+', 'b']) press(key);
    expect(sent()).toEqual([]);
  });
});
