import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panels } from '../../../src/lib/components/room/panels.svelte.ts';
import { handleShortcut, shortcutSetting } from '../../../src/lib/components/room/shortcuts.svelte.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { shortcuts } from '../../../src/lib/text/dock.ts';
import type { Role } from '../../../src/protocol/ids.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

beforeEach(() => {
  vi.stubGlobal('Element', EventTarget);
  vi.stubGlobal('document', { querySelector: () => null });
});
afterEach(() => {
  shortcutSetting.on = true;
  vi.unstubAllGlobals();
});

function roomOf(role: Role, saving = 'saved', ...polls: readonly object[]) {
  const told: string[] = [];
  const meeting = new Meeting();
  meeting.joinMany(2);
  const room = {
    role,
    saving,
    stage: { ...meeting.goTo('wins').stage, polls: polls.map((poll) => ({ result: null, ...poll })) },
    me: { seat: 'ana' },
    presence: [],
    clock: { leftMs: 60_000, paused: false },
    following: { segment: 'wins', follow: () => told.push('follow'), lookAt: () => told.push('look') },
    setReady: (ready: boolean) => told.push(`ready ${ready}`),
    setHand: (raised: boolean) => told.push(`hand ${raised}`),
    gestures: {
      react: (reaction: string) => told.push(`react ${reaction}`),
      setMinute: (needed: boolean) => told.push(`minute ${needed}`),
    },
    board: {
      canUndo: (places: string[]) => places.length > 0,
      undo: (places: string[]) => (told.push(`undo ${places.join(' ')}`), null),
    },
    mayWrite: true,
  } as unknown as RoomView;
  return { room, told, panels: new Panels(), ask: () => Promise.resolve(true) };
}

/** Whether the key did anything at all that the browser then leaves alone. */
function press(key: string, reach = roomOf('participant')): boolean {
  let taken = false;
  const event = { key, target: null, preventDefault: () => (taken = true) };
  handleShortcut(event as unknown as KeyboardEvent, reach);
  return taken;
}

const keysOf = (keys: string) => keys.split(' ').at(-1) ?? '';

describe('shortcuts', () => {
  test('take back what the part that is looked at shows, and nothing where it shows nothing', () => {
    const reach = roomOf('participant');
    const { room, told } = reach;
    for (const segment of ['wins', 'group', 'decide']) {
      Object.assign(room.following, { segment });
      press('u', reach);
    }
    expect(told).toEqual(['undo topics', 'undo outcomes']);
  });

  test('are all in the list, and what is in the list does something', () => {
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    const listed = shortcuts.list.map(({ keys }) => keysOf(keys));
    expect(printable.filter((key) => press(key)).sort()).toEqual([...listed].sort());
  });

  test('react with the digits and ask for a minute; observers only look', () => {
    const participant = roomOf('participant');
    for (const key of ['1', '5', 'M', 'h']) press(key, participant);
    expect(participant.told).toEqual(['react clap', 'react surprised', 'minute true', 'hand true']);
    const observer = roomOf('observer');
    for (const key of ['1', '5', 'M', 'h', 'r']) press(key, observer);
    expect(observer.told).toEqual([]);
    const facilitator = roomOf('facilitator');
    for (const key of ['2', 'M']) press(key, facilitator);
    expect(facilitator.told).toEqual(['react heart']);
  });

  test('react with no digit while an answer is a number, which nobody else is to see', () => {
    for (const role of ['participant', 'facilitator'] as const) {
      for (const kind of ['scale', 'fist'] as const) {
        const asked = roomOf(role, 'saved', { kind });
        for (const key of ['1', '5']) press(key, asked);
        expect(asked.told).toEqual([]);
      }
      const thumbs = roomOf(role, 'saved', { kind: 'thumbs' });
      press('1', thumbs);
      const counted = roomOf(role, 'saved', { kind: 'scale', result: { counts: null } });
      press('1', counted);
      expect([thumbs.told, counted.told]).toEqual([['react clap'], ['react clap']]);
    }
  });

  test('send nothing without a connection', () => {
    const offline = roomOf('participant', 'offline');
    for (const key of ['1', 'M', 'h', 'r']) press(key, offline);
    expect(offline.told).toEqual([]);
  });

  test('can be switched off: then only the list of them opens', () => {
    shortcutSetting.on = false;
    const reach = roomOf('participant');
    expect([press('1', reach), press('M', reach), press('?', reach)]).toEqual([false, false, true]);
    expect([reach.told, reach.panels.open]).toEqual([[], 'shortcuts']);
  });
});
