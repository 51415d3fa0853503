import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import type { Amendment } from '../../../src/lib/room/amendments.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';
import type { EarlyCounts } from '../../../src/protocol/stage-wire.ts';
import type { Meeting } from '../../domain/stage/meeting.ts';

/** A room whose server is the meeting itself. */
export function roomOf(meeting: Meeting, early: EarlyCounts = []): RoomView {
  const command = (asked: Command): Promise<CommandAck> => {
    const done = meeting.ask(asked as StageCommand);
    return Promise.resolve(done.ok ? { ok: true, rev: meeting.stage.rev } : done);
  };
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
    command,
    amend: (work: Amendment): Promise<CommandAck> => {
      const asked = work(meeting.stage);
      return asked ? command(asked) : Promise.resolve({ ok: false, code: 'conflict' });
    },
  };
  return room as unknown as RoomView;
}
