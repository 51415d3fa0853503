import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import type { EarlyCounts } from '../../../src/protocol/stage-wire.ts';
import type { Meeting } from '../../domain/stage/meeting.ts';

/** A room whose server is the meeting itself. */
export function roomOf(meeting: Meeting, early: EarlyCounts = []): RoomView {
  const room = {
    early,
    get stage() {
      return meeting.stage;
    },
    clock: {
      get now() {
        return meeting.now;
      },
    },
    command: (command: Command) => {
      const done = meeting.ask(command as StageCommand);
      return Promise.resolve(done.ok ? { ok: true, rev: meeting.stage.rev } : done);
    },
  };
  return room as unknown as RoomView;
}
