import { afterEach, expect, test } from 'vitest';
import { readAgenda } from '../../../src/domain/agenda/markdown/read-agenda.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { replaceAgenda } from '../../../src/lib/components/agenda/builder/replace-agenda.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

afterEach(hideToast);

function roomOf(meeting: Meeting): RoomView {
  const room = {
    get stage() {
      return meeting.stage;
    },
    command: (command: Command) => {
      const done = meeting.ask(command as StageCommand);
      return Promise.resolve(done.ok ? { ok: true, rev: meeting.stage.rev } : done);
    },
  };
  return room as unknown as RoomView;
}

const titles = (meeting: Meeting) => meeting.stage.segments.map(({ title }) => title);

test('an agenda that was replaced comes back as it was, and parts that began stay', async () => {
  const meeting = new Meeting().goTo('check-in');
  meeting.do({ type: 'setBuffer', minutes: 3 });
  const before = titles(meeting);
  expect(await replaceAgenda(roomOf(meeting), readAgenda('# Other\n- 8m talk\n  - title: About'))).toBe(true);
  expect(titles(meeting)).toEqual([before[0], 'About']);
  expect(toasts.current?.words).toBe('The agenda is as written.');
  toasts.current?.action?.run();
  await expect.poll(() => titles(meeting)).toEqual(before);
  expect(meeting.stage).toMatchObject({ bufferMs: 180_000, current: meeting.stage.segments[0]?.id });
});

test('where lines could not be read, nothing says that it is as written', async () => {
  const meeting = new Meeting();
  await replaceAgenda(roomOf(meeting), readAgenda('- 8m talk\n  - reed: Foo\n  - colour: red'));
  expect(toasts.current?.words).toBe('The agenda is replaced, without 2 lines that could not be read.');
});
